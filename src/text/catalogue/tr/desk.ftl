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
desk-draft-left = Yarım kalan iş: { $name }, { $flow } { $step }/{ $steps }.
desk-draft-left-keys = Listeye: { $keys }
desk-draft-left-short = Yarım kalan: { $name } { $step }/{ $steps }
desk-no-lists = Bu görevin bekleyen iş listesi yok; müşteri aramak için { $key }.
desk-no-customers = Bu rolde müşteri ekranı yok. Yapılabilenler: { $help } · çıkış: { $leave }

# Lists and details
desk-list-unknown = Bu bilgiyi hiçbir kaynak vermedi: yok demek değildir.
desk-list-empty = Kayıt yok.
desk-list-no-match = Süzgece uyan kayıt yok; Esc ya da boş süzgeç hepsini getirir.
desk-list-filter = süzgeç: { $text }
desk-refused = RED: { $reason }
desk-why = NEDEN
desk-decided-with = Kural { $item } · paket { $policy } · model { $model }
desk-hint-detail = ayrıntı
desk-hint-state = durum
desk-hint-withdraw = geri çek
desk-mend-elsewhere = { $what }: müşteriye sorun, bankanın iletişim kaydında düzelttirin.
desk-nothing-to-explain = Burada açıklanacak uyarı ya da teklif yok.
desk-too-deep = Çok fazla ekran üst üste; { $key } ile geri dönün.

# Pop-ups
desk-help = TUŞLAR
desk-help-foot = Tuşlar burada da çalışır
desk-help-foot-first = Her tuş önce bunu kapatır
desk-palette = KOMUT
desk-palette-none = Böyle bir komut yok.
desk-palette-nothing = “{ $text }” adında bir komut ya da işlem yok; hiçbir şey yapılmadı.
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
desk-theme-is = Tema: { $name }.
desk-rebuilding = Dizin günlükten yeniden kuruluyor: %{ $percent }
desk-no-shell = Bu pencerede dönülecek bir kabuk yok; çıkmak için Ctrl-D.
desk-paste-lost = Yapıştırmanın sonu gelmedi; hiçbiri alınmadı. Yeniden yapıştırın.
desk-was-cut-off = Program son kez kapatılmadan kesilmiş; kaydedilen her şey duruyor.
desk-was-cut-off-receipt = Kesilmiş; kaydedilenler duruyor. Son dekontunuz { $receipt }, { $at }.
desk-was-cut-off-saving = Kaydederken kesilmiş: onaylanmamış son kayıt alınmadı. Son işinizi denetleyin.
desk-was-rebuilt = Kayıtların dizini yeniden kuruldu; kayıtların kendisine dokunulmadı.
desk-search-failed = Arama adları okunamadı ({ $cause }); müşteri numarasıyla açın.

# Flows
desk-told = { $text }
desk-step = Ekran { $step }/{ $steps }
desk-new-price = YENİ FİYAT
desk-new-price-how = eski → yeni; cümleyi yeniden okuyun
desk-awaiting = ONAYDA  { $amount } > limitiniz { $limit } · gitti { $asked } · fiyat { $until } dek
desk-awaiting-short = ONAYDA  { $amount } > { $limit } · { $asked } · fiyat { $until } dek
desk-reviewing = { $maker } istedi, { $asked } · { $amount } > limiti { $limit } · fiyat { $until } dek
desk-reviewing-short = { $maker } · { $amount } > { $limit } · { $asked } · fiyat { $until } dek
desk-review-question = Yönetici onayı
desk-review-answer = Önce okuyun; onay için E, iade için H, sonra Enter.
desk-review-first = Önce son ekranı okuyun; onay ve iade orada verilir.
desk-answer-yes = E
desk-answer-no = H
desk-approvals = ONAY BEKLEYENLER
desk-approvals-none = Onay bekleyen iş yok.
desk-alternatives = SEÇENEKLER
desk-send-back = İADE
desk-ended-whole = TAMAM
desk-ended-half = YARIM
desk-ended-reversed = GERİ ALINDI
desk-receipt-no = dekont { $receipt }
desk-task-today = görev { $task } açıldı ({ $unit }, bugün { $time })
desk-task-later = görev { $task } açıldı ({ $unit }, { $day } { $time })
desk-plain-chosen = seçili
desk-plain-empty = boş
desk-leave-flow = ÇIKMADAN: { $flow } açık, taslak olarak saklanır
desk-foot-rows = kaydır
desk-foot-select = seç
desk-foot-take = al
desk-foot-send-back = iade et

# What just happened to a flow
desk-flow-open = Bir işlem açık: önce onu bitirin ya da { $key } ile vazgeçin.
desk-flow-needs-customer = Önce müşteriyi açın.
desk-flow-unknown = Bankanın paketinde { $flow } diye bir işlem yok.
desk-price-passed = Fiyat { $time } anında doldu, hiçbir şey işlenmedi. { $key } ile yeniden fiyatlayın.
desk-price-passed-review = Fiyat { $time } anında doldu, onay verilemez. Yeni fiyatı işlemi giren alır.
desk-price-superseded = İşlem sonradan fiyatlandı, hiçbir şey işlenmedi. { $key } ile yeniden fiyatlayın.
desk-read-other = Okunan rakamlar değişti, hiçbir şey işlenmedi. { $key } ile yenileyip okuyun.
desk-read-again = İade edildi, eski onay geçmez. { $key } ile yeniden fiyatlayıp okuyun.
desk-price-gone-review = Bu fiyat artık geçerli değil, onay verilemez. Yeni fiyatı işlemi giren alır.
desk-sent-back = { $by } iade etti: { $reason }
desk-price-same = Fiyat değişmedi; { $until } kadar geçerli.
desk-price-same-read = Fiyat değişmedi; { $until } kadar geçerli. Cümleyi yeniden okuyun, sonra E.
desk-withdrawn-same = Onay isteği düştü. Fiyat aynı, { $until } kadar; yeniden okuyun, sonra E.
desk-withdrawn-priced = Onay isteği düştü. Yeni fiyatla okuyun, sonra E: yeniden onaya gider.
desk-read-on = Devamı var: { $key } ile sonuna dek okuyun, sonra E.
desk-half-no-price = { $key } yalnız işlenmemiş işlemi fiyatlar; bu dekontta kalanı görev { $task } yapar.
desk-price-later = Fiyat bir sonraki ekranda alınır.
desk-price-makers = Yeni fiyatı işlemi giren kişi alır; onay o zaman yeniden istenir.
desk-outcome-checked = Sonuç denetleniyor; aynı işlem yeniden gönderilebilir, iki kez işlenmez.
desk-nothing-to-retry = Yeniden gönderilecek bir işlem yok.
desk-nothing-runs = Süren bir istek yok.
desk-request-stopped = İstek kesildi.
desk-draft-kept = Taslak saklandı; BEKLEYEN İŞLERİM'den açılır.
desk-draft-taken-up = Taslaktan sürüyor ({ $step }/{ $steps }). Baştan başlamak için: { $cancel }, sonra { $open }.
desk-no-draft = Saklanmış taslak yok.
desk-flow-cancelled = İşlemden vazgeçildi; hiçbir şey işlenmedi.
desk-no-values = { $field }: listesi yok, yazılır.
desk-no-alternatives = Bu işlemin başka seçeneği yok.
desk-approved = Onaylandı ve işlendi: dekont { $receipt }.
desk-returned = İade edildi; işlemi giren kişi nedeni görür.
desk-return-reason = İade nedenini yazın: işlemi giren kişi görür.
desk-still-waiting = Bu işlem onay bekliyor. { $cancel } geri çeker, { $reprice } yeniden fiyatlar.
desk-withdrawn = Onay isteği geri çekildi; hiçbir şey işlenmedi.
desk-compensation-asked = Geri kurma talebi verildi; sorumlusu müşteriye döner.
desk-nothing-to-compensate = İşlem tamam; geri almayı gişe, masadan çıkıp “tekil reverse” ile ister.
desk-marked-helped = Teşekkürler: işe yaradı diye kaydedildi.
desk-marked-hurt = Teşekkürler: zorladı diye kaydedildi.
desk-no-receipt = Burada basılacak dekont yok.

# Outside the screen
desk-bench-head = Tuş başına süre, mikrosaniye, ve uçbirime giden bayt; { $customers } müşterili banka, 80x24
desk-bench-open-line = p50 { $p50 }   p95 { $p95 }   p99 { $p99 }
desk-bench-line = { $name } p50 { $p50 }   p95 { $p95 }   p99 { $p99 }   bayt { $bytes }
desk-terminal-failed = Uçbirim kullanılamıyor ({ $cause }). Başka bir uçbirimde deneyin.
