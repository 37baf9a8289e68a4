# What is damaged in a store's files
store-format-file = Deponun biçim numarası okunamıyor.
store-ready-file = Kullanılmış bir depoda “hazır” işareti yok.
store-segment-missing = Günlüğün ilk dosyası yok.
store-segment = Günlük dosyasının başı bozuk ya da dosya öncekini izlemiyor.
store-segment-format = Günlük dosyası { $found } numaralı biçimde; bu program { $known } numaralı biçimi okur.
store-frame-cut = Günlükte bir kayıt yarıda kesilmiş.
store-frame = Günlükte bir kayıt bozuk.
store-frame-sealed = Günlükteki bir kaydı bu program açamıyor: anahtar ya da daha yeni bir sürüm gerekir.
store-journal-short = Günlük eksik: { $last } numaralı işlemde bitiyor, oysa { $known } numaralı işlem onaylanmıştı.
store-journal-other = Günlük, yanında işaretlenmiş durumla uyuşmuyor.
store-index = Dizin okunamıyor.
store-index-sum = Dizin günlükle uyuşmuyor.
store-entry = Dizindeki bir kayıt bozuk ya da eksik.

# What to do
store-remedy-rebuild = “tekil rebuild” çalıştırın; dizin günlükten yeniden kurulur.
store-remedy-file = Bu dosyayı deponun yedeğinden geri koyun.
store-remedy-version = Depoyu yazan tekil sürümünü kullanın.
store-remedy-backup = Deponun yedeğini geri koyun.
