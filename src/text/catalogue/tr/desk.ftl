# The workstation around the one screen

# Start and find
desk-program = tekil
desk-find = ARA
desk-find-by = Ad (yanlış yazım olur), müşteri no, TCKN, telefon, IBAN, kart son 4
desk-found-of = { $total } kişi · { $customers } müşteri
desk-customers = { $customers } müşteri
desk-found-no-number = Bulunamadı. Telefon, TCKN, IBAN tam yazılmalı; müşteri no'nun sonu yeter.
desk-found-nobody = Kimse bulunamadı. Daha az harf yazın ya da numarayla arayın.
desk-stories = Örnek öyküler: rakamla açılır, / ile herkes aranır
desk-work = BEKLEYEN İŞLERİM
desk-work-none = Bugün bekleyen iş yok.
desk-calls = ARAYIN, ÇÜNKÜ
desk-calls-none = Bugün aranacak kimse yok.
desk-quoted = "{ $text }"
desk-opening = Banka açılıyor; yazdıklarınız kaybolmaz.
desk-opening-customer = Müşteri { $customer } açılıyor
desk-search-loading = Arama hazırlanıyor; müşteri numarası şimdi de açılır.
desk-not-a-number = “{ $text }” müşteri numarası değil; yalnız rakam yazın.
desk-no-work = Bugün bekleyen iş yok.

# Lists and details
desk-list-unknown = Bu bilgiyi hiçbir kaynak vermedi: yok demek değildir.
desk-list-empty = Kayıt yok.
desk-list-no-match = Süzgece uyan kayıt yok; Esc ya da boş süzgeç hepsini getirir.
desk-list-filter = süzgeç: { $text }
desk-refused = RED: { $reason }
desk-why = NEDEN
desk-decided-with = Kural { $item } · paket { $policy } · model { $model }
desk-nothing-to-explain = Burada açıklanacak uyarı ya da teklif yok.
desk-too-deep = Çok fazla ekran üst üste; F3 ile geri dönün.

# Pop-ups
desk-help = TUŞLAR
desk-help-foot = Tuşlar burada da çalışır
desk-palette = KOMUT
desk-palette-none = Böyle bir komut yok.
desk-menu-foot = Esc vazgeç
desk-leave = ÇIKMADAN: BEKLEYEN { $left } İŞ

# Words after the keys of a pop-up
desk-foot-field = alan
desk-foot-show = göster, 10 sn
desk-foot-cancel = vazgeç
desk-foot-leave = çık
desk-foot-stay = kal
desk-foot-back = geri
desk-foot-next = sonraki
desk-foot-page = sonraki sayfa
desk-foot-close = kapat
desk-nth = { $nth }/{ $count }

# One field revealed
desk-reveal = ALANI GÖSTER
desk-reveal-why = Neden
desk-reveal-reason = Nedeni yazın: bakış nedeniyle birlikte kaydedilir.
desk-reveal-unknown = Bu alanı hiçbir kaynak vermedi.
desk-revealed = { $field }: { $value }   (10 sn, kaydedildi)
desk-field-name = Ad soyad
desk-field-number = Müşteri no
desk-field-identity = Kimlik no
desk-field-mobile = Cep telefonu

# What just happened
desk-keys-waiting = Yanıt bekleniyor; { $most } tuştan fazlası alınmadı. Ekran gelince sürdürün.
desk-field-full = Alan doldu: en çok { $most } harf.
desk-not-yet = { $action }: bu sürümde yok.
desk-not-here = { $action }: burada bir karşılığı yok.
desk-unknown-theme = “{ $name }” diye bir tema yok; mono ya da accent yazın.
desk-rebuilding = Dizin günlükten yeniden kuruluyor: %{ $percent }
desk-no-shell = Bu pencerede dönülecek bir kabuk yok; çıkmak için Ctrl-D.
desk-was-cut-off = Program son kez kapatılmadan kesilmiş; kaydedilen her şey duruyor.
desk-was-cut-off-saving = Kaydederken kesilmiş: onaylanmamış son kayıt alınmadı. Son işinizi denetleyin.
desk-was-rebuilt = Kayıtların dizini yeniden kuruldu; kayıtların kendisine dokunulmadı.
desk-search-failed = Arama adları okunamadı ({ $cause }); müşteri numarasıyla açın.

# Outside the screen
desk-bench-head = Tuş başına süre, mikrosaniye, ve uçbirime giden bayt; { $customers } müşterili banka, 80x24
desk-bench-open-line = p50 { $p50 }   p95 { $p95 }   p99 { $p99 }
desk-bench-line = { $name } p50 { $p50 }   p95 { $p95 }   p99 { $p99 }   bayt { $bytes }
desk-terminal-failed = Uçbirim kullanılamıyor ({ $cause }). Başka bir uçbirimde deneyin.
