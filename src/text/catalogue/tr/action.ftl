# Eylemlerin adları

# Gezinme
action-select-prev = Önceki satırı seç
action-select-next = Sonraki satırı seç
action-select-first = İlk satırı seç
action-select-last = Son satırı seç
action-page-up = Bir sayfa yukarı
action-page-down = Bir sayfa aşağı
action-next-pane = Sonraki bölüme geç
action-prev-pane = Önceki bölüme geç
action-next-field = Sonraki alana geç
action-prev-field = Önceki alana geç
action-first-field = İlk alana geç
action-next-line-field = Sonraki satırın ilk alanına geç
action-next-choice = Sonraki seçenek
action-prev-choice = Önceki seçenek
action-find-next = Aranan sonraki yere git
action-find-prev = Aranan önceki yere git

# Bölümler ve ayrıntılar
action-focus-summary = Özete geç
action-focus-alerts = Uyarılara geç
action-focus-offers = Tekliflere geç
action-focus-complaints = Şikâyetlere geç
action-show-history = Temas geçmişini göster
action-show-products = Ürünleri göster
action-show-transactions = Hareketleri göster
action-show-errors = Alınan hataları göster
action-show-people = Yetkilileri göster
action-show-contacts = İletişim bilgilerini göster
action-show-consents = İzinleri göster
action-show-notes = Notları göster
action-show-work = Bekleyen işlerimi göster
action-go-menu = Gidilecek yerleri göster
action-toggle-zoom = Bölümü büyüt ya da küçült

# Müşteri
action-find-customer = Müşteri ara
action-open-customer = Numarasıyla müşteri aç
action-close-customer = Müşteriyi kapat
action-open-item = Seçileni aç
action-reveal-field = Gizli alanı kısa süre göster
action-copy-field = Alanı kopyala
action-refresh-screen = Ekranı yenile

# Teklifler
action-present-offer = Teklifi sunuldu say
action-take-offer = Teklifi kabul et
action-explain-offer = Nedenini açıkla
action-refuse-offer = Teklifi reddet
action-defer-offer = Teklifi sonra hatırlat

# Onay, doğrulama, uyarı, şikâyet
action-approve-request = İsteği onayla
action-return-request = İsteği iade et
action-answer-right = Yanıt doğru
action-answer-wrong = Yanıt yanlış
action-send-app-push = Uygulamaya onay gönder
action-block-card = Kayıp ya da çalıntı kartı kapat
action-resolve-alert = Uyarıyı çözüldü say
action-open-complaint = Şikâyet aç
action-promise-callback = Dönüş sözü ver
action-filter-list = Listeyi süz

# İşlemler
action-open-flow-menu = İşlem seç
action-start-flow = İşlemi başlat
action-submit-step = Girişi tamamla
action-go-back = Geri dön
action-cancel-flow = Vazgeç
action-cancel-request = Süren isteği kes
action-open-value-list = Alanın değerlerini listele
action-show-alternatives = Seçenekleri göster
action-answer-yes = Evet
action-answer-no = Hayır
action-reprice = Yeniden fiyatla
action-retry-step = Adımı yeniden dene
action-compensate-flow = Geri kurma talebi ver
action-mark-helped = İşe yaradı
action-mark-hurt = Zorladı
action-new-customer = Yeni müşteri
action-print-receipt = Dekontu yazdır
action-save-draft = Taslağı sakla
action-resume-draft = Yarım kalan işe dön

# Düzeltme
action-set-field = Alanı doldur
action-clear-field = Alanı sil
action-erase-to-end = Sona kadar sil
action-toggle-insert = Araya ya da üzerine yaz
action-undo-edit = Düzeltmeyi geri al
action-redo-edit = Düzeltmeyi yinele
action-leave-field = Alandan çık
action-add-note = Not ekle
action-reset-keyboard = Klavye kilidini aç
action-clear-screen = Girileni temizle

# Makrolar
action-macro-menu = Makrolar
action-record-macro = Makro kaydet
action-play-macro = Makro oynat
action-repeat-macro = Son makroyu yinele
action-repeat-last = Son eylemi yinele
action-stop-macro = Makroyu durdur

# Oturum
action-show-help = Yardım
action-show-keys = Tuşları göster
action-open-palette = Komut yaz
action-lock-screen = Ekranı kilitle
action-suspend-session = Kabuğa dön, oturum beklesin
action-redraw-screen = Ekranı yeniden çiz
action-set-theme = Temayı değiştir
action-set-language = Dili değiştir (English)
action-leave-workstation = Programdan çık

# İpucu satırı: bir iki sözcük
action-short-select = seç
action-short-page-up = yukarı
action-short-page-down = aşağı
action-short-pane = bölüm
action-short-field = alan
action-short-work = işlerim
action-short-go = git
action-short-find = ara
action-short-close = kapat
action-short-open = aç
action-short-reveal = göster
action-short-refresh = yenile
action-short-offer = teklif
action-short-why = neden
action-short-no = ret
action-short-later = sonra
action-short-answer = yanıt
action-short-block = kayıp, çalıntı
action-short-filter = süz
action-short-flows = işlem
action-short-submit = devam
action-short-back = geri
action-short-cancel = vazgeç
action-short-list = liste
action-short-options = seçenek
action-short-yes = evet
action-short-not = hayır
action-short-reprice = yeniden fiyatla
action-short-undo = geri kurma talebi
action-short-helped = işe yaradı
action-short-hurt = zorladı
action-short-new = yeni müşteri
action-short-receipt = dekont
action-short-leave = alandan çık
action-short-note = not
action-short-macro = makro
action-short-help = yardım
action-short-keys = tuşlar
action-short-command = komut
action-short-language = EN
action-short-quit = çık

# Yerler
action-context-global = Her yerde
action-context-start = Başlangıç ekranı
action-context-screen = Müşteri ekranı
action-context-list = Listeler
action-context-flow = İşlem ekranları
action-context-field = Giriş alanı
action-context-palette = Komut satırı
action-context-receipt = Dekont
action-context-approval = Onay bekleyenler
action-context-verification = Kimlik doğrulama
