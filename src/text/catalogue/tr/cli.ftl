# The store
cli-store-owned = Depo şu anda başka bir işlem tarafından kullanılıyor (işlem no { $pid }): { $path }. O işlem bitince yeniden deneyin.
cli-store-owned-by-unknown = Depo şu anda başka bir işlem tarafından kullanılıyor: { $path }. O işlem bitince yeniden deneyin.
cli-store-damaged = Depo hasarlı ({ $place }). { $what } Hiçbir şey değiştirilmedi. { $remedy }
cli-store-version = Depo { $found } numaralı biçimde yazılmış; bu program { $known } numaralı biçimi okur. Depoyu yazan tekil sürümünü kullanın. Hiçbir şey değiştirilmedi.
cli-disk-full = Diskte yer kalmadı: { $path }. Önceden kaydedilenler duruyor, bu adım kaydedilmedi. Yer açıp komutu yineleyin.
cli-store-poisoned = Depoya yazarken hata oldu. Son işlemin sonucu bilinmiyor; yeniden göndermeyin. Diski denetleyin, sonra “tekil verify” çalıştırın.
cli-store-unavailable = Depo şu anda kullanılamıyor. Komutu yineleyin; sürerse klasörün izinlerini ve diskteki yeri denetleyin.
cli-store-not-a-folder = --store bir klasör olmalı; “{ $value }” klasör adı değil. Örnek: --store /veri/banka

# Paths and files
cli-path-not-found = Böyle bir dosya ya da klasör yok: { $path }. Yolu denetleyin.
cli-path-read-only = Disk salt okunur, yazılamıyor: { $path }. Diski yazılabilir bağlayın ya da başka bir klasör verin.
cli-path-no-permission = Erişim izni yok: { $path }. İzinleri düzeltin ya da yetkili kullanıcıyla çalıştırın.
cli-path-not-a-directory = Bu bir klasör değil: { $path }. Bir klasör adı verin.
cli-path-exists = Burada zaten bir şey var, üzerine yazılmadı: { $path }. Boş ya da yeni bir klasör adı verin.
cli-path-io = Okunamadı ya da yazılamadı: { $path }. Diski ve dosyayı denetleyin.
cli-no-home = Deponun yeri bulunamadı: XDG_DATA_HOME ya da HOME, / ile başlayan bir klasör olmalı. --store ile bir klasör verin.
cli-too-many-files = Bir aktarımda en çok { $max } dosya olabilir. Dosyaları bölüp birkaç kez aktarın.
cli-folder-empty = Klasörde dosya yok: { $path }. Dosyaların bulunduğu klasörü verin.

# Values
cli-bad-language = { $place }: “{ $value }” bilinen bir dil değil. tr ya da en yazın.
cli-not-utf8 = { $place }: değer UTF-8 değil: { $value }. UTF-8 olarak yazın.
cli-bad-now = { $place }: “{ $value }” olmaz. 1970 ile 9999 yılları arasında, saat dilimiyle bir an yazın; örnek: 2026-11-24T10:42:00+03:00
cli-bad-clock = Bilgisayarın saati okunamıyor ya da 1970 öncesini gösteriyor. Saati düzeltin ya da --now verin.
cli-bad-customer = “{ $value }” bir müşteri numarası değil. Yalnız rakam yazın; örnek: 1787
cli-not-one-of = { $place }: “{ $value }” bilinmiyor. Şunlardan biri olmalı: { $names }.
cli-bad-size = --size: “{ $value }” bir ekran boyu değil. Sütun x satır yazın, örnek 80x24; en az { $min }, en çok { $max }.
cli-bad-count = { $place }: “{ $value }” olmaz. { $min } ile { $max } arasında bir tam sayı yazın.
cli-output = Yanıt yazılamadı. Çıktının gittiği yeri denetleyin.
cli-panic = Programda bir hata oldu, komut yarıda kaldı. Hata no { $id } ({ $place }). Kaydedilen hiçbir şey kaybolmaz; “tekil verify” ile denetleyebilirsiniz. Bu numarayı destek ekibine iletin.
cli-pack-faults = Pakette hata var ({ $count }). Düzeltip “tekil pack check” ile denetleyin.

# Wrong use
cli-unknown-command = “{ $value }” diye bir komut yok.
cli-unknown-option = { $value } diye bir seçenek burada yok.
cli-word-too-many = “{ $value }” burada fazla.
cli-missing-word = Komut eksik, şu yazılmalı: { $value }
cli-missing-value = Değeri eksik: { $value }
cli-value-not-taken = Bu seçenek değer almaz: { $value }
cli-given-twice = Bir kez yazılmalı: { $value }
cli-argument-not-utf8 = Komuttaki bir sözcük UTF-8 değil. UTF-8 olarak yazın; dosya adları bunun dışındadır.
cli-usage-other = Komut anlaşılamadı.
cli-nearest = Bunu mu demek istediniz: { $word }
cli-see-help = Kullanım: tekil --help, ya da tekil KOMUT --help

# Help
cli-about = tekil: bankanın tek ekranı. Müşteriyi tek ekranda gösterir.
cli-usage-root = tekil [SEÇENEKLER] [KOMUT | MÜŞTERİ]
cli-usage-command = tekil { $words } [SEÇENEKLER]
cli-heading-usage = Kullanım:
cli-heading-commands = Komutlar
cli-heading-options = Seçenekler
cli-heading-global = Her komutta geçen seçenekler (ayraç içinde ortam değişkeni)
cli-heading-words = Sözcükler
cli-help-examples = İlk adım: tekil yazın; depo boşsa örnek bankayla dolar.
cli-option-help = Bu yardımı gösterir
cli-option-version = Sürümü gösterir
cli-option-store = Bankanın deposu; yoksa kullanıcının veri klasöründe tekil/bank (TEKIL_STORE)
cli-option-pack = Banka paketi; yoksa programın içindeki örnek paket (TEKIL_PACK)
cli-option-lang = Dil: tr ya da en; yoksa tr (TEKIL_LANG, sonra LANG)
cli-option-operator = Kim işlem yapıyor; örnek bankada demo (yoksa bu), gise, yonetici, denetci, admin; başka ad yalnız bakar (TEKIL_OPERATOR)
cli-option-contact = Temas: çağrı ya da bilet numarası (TEKIL_CONTACT)
cli-option-reason = Müşteriye neden bakıldığı
cli-option-now = Sabit iş zamanı, örnek 2026-11-24T10:42:00+03:00 (TEKIL_NOW)
cli-option-outbound = Teması banka başlattı: izin yoksa satış cümlesi söylenmez
cli-option-json = Programlar için tek bir JSON belgesi yazar
cli-word-customer = Müşteri numarası

# desk
cli-desk-about = Başlangıç: boş depoyu örnek bankayla doldurur, bir müşteriyi gösterir

# show and why
cli-show-about = Müşterinin tek ekranını yazar
cli-desk-touchpoint = Oturduğunuz yer: call-center, branch, ivr, digital; yoksa gişede branch, başkasında call-center
cli-show-touchpoint = Nerede: call-center, branch, ivr, digital; yoksa call-center
cli-show-size = Ekran boyu; yoksa 80x24
cli-show-glyphs = Çizim işaretleri: unicode, latin5, ascii; yoksa unicode
cli-show-list = Ekran yerine bir listeyi satır satır yazar: products, transactions, errors, complaints, people
cli-aloud-stories = Örnek öyküler: { $count }
cli-aloud-work = Bekleyen işlerim: { $count }
cli-aloud-calls = Aranacaklar: { $count }
cli-aloud-held = Tutuyor: { $what }
cli-aloud-not-held = Tutmuyor: { $what }
cli-desk-aloud = Ekran yerine satır satır yazar (ekran okuyucular için)
cli-show-plain = Çizimsiz, satır satır (ekran okuyucular için)
cli-why-about = Bir uyarının ya da teklifin nedenini, dayandığı değer ve kurallarla açıklar
cli-why-kind = Neyin nedeni sorulabilir: alert (uyarı), offer (teklif)
cli-why-id = Uyarı kuralının ya da teklifin adı (“tekil show MÜŞTERİ --plain” ve “tekil decide MÜŞTERİ” yazar); verilmemiş ya da bekletilen de sorulabilir
cli-empty-store = Depo boş: { $path }. Örnek bankayla doldurmak için tekil ya da tekil demo, kendi verinizi almak için tekil import yazın.

# import
cli-import-about = Bir kaynağın dosyalarını depoya alır; yinelenirse hiçbir şey değişmez
cli-import-layout = Dosyaların düzeni: berka, warehouse, rates
cli-import-paths = Dosyalar ya da klasörler (.gz de olur)
cli-import-rejects = Alınmayan satırları bu CSV dosyasına yazar
cli-import-strict = Tek bir satır bile bozuksa hiçbir şey yazmaz

# init and pack
cli-init-about = Düzenlenebilir bir paket ve ayar dosyası yazar
cli-init-dir = Yeni ya da boş bir klasör
cli-pack-about = Banka paketini denetler
cli-pack-check-about = Paketin bütün hatalarını yeriyle gösterir
cli-pack-check-dir = Paketin klasörü
cli-pack-sound = Paket sağlam: { $name } · { $path }

# verify, rebuild, bench
cli-verify-about = Depoyu denetler: defter, günlük, dizin
cli-verify-what = Neyin denetleneceği: ledger, journal, indexes; yoksa hepsi
cli-rebuild-about = Dizini günlükten yeniden kurar
cli-bench-about = Bu kurulumun hızını ölçer
cli-text-long = { $place } en çok { $max } karakter olabilir. Kısaltıp yeniden yazın.
cli-store-empty-path = --store boş verildi. Bankanın klasörünü yazın ya da seçeneği hiç vermeyin.
cli-bench-open-about = Müşteri açma süresini ölçer; her açılış kaydedilir
cli-bench-commit-about = Kayıt hızını ölçer (yalnız örnek bankada)
cli-bench-customers = Kaç müşteriyle
cli-bench-writers = Aynı anda yazan sayıları, örnek 1,8,64
cli-bench-flow = Bu akışın işlemlerini de ölçer; deponun bir kopyasında

# What opening found
cli-notice-rebuilt-boot = Makine önceki kullanımdan sonra yeniden başlamış; dizin günlükten yeniden kuruldu (çerçeve: { $frames }). Kayıp yok.
cli-notice-rebuilt-missing = Dizin yoktu; günlükten yeniden kuruldu (çerçeve: { $frames }). Kayıp yok.
cli-notice-rebuilt-bad = Dizin okunamadı; günlükten yeniden kuruldu (çerçeve: { $frames }). Kayıp yok.
cli-notice-rebuilt-unwitnessed = Ne dizin ne denetim noktası vardı; dizin günlükten yeniden kuruldu (çerçeve: { $frames }). Günlük kendi içinde tutarlı; sonundan kayıt eksilip eksilmediği buradan bilinemez, yedekle karşılaştırın.
cli-notice-rebuilt-asked = Dizin günlükten yeniden kuruldu (çerçeve: { $frames }).
cli-notice-set-aside = Eski dizin saklandı: { $path }
cli-notice-replayed = Program son kez kapatılmadan kesilmiş; kaydedilen her şey duruyor. Yapmanız gereken bir şey yok.
cli-notice-torn = Program kaydederken kesilmiş: onaylanmamış son kayıt alınmadı ({ $segment }, { $at }. bayttan { $bytes } bayt). Son işinizi denetleyin.
cli-notice-checkpoint = Denetim noktası okunamadı, günlük baştan okundu. Kayıp yok.
cli-not-a-store = Burada depo yok: { $path }. Yolu denetleyin, ya da boş bir klasör verip tekil veya tekil import ile doldurun.
cli-progress-index = Dizin
cli-progress-import = Aktarım
cli-progress-verify = Denetim

# init
cli-init-done = { $count } dosya yazıldı: paket { $pack }, ayarlar { $settings }
cli-init-check = Düzenledikten sonra denetleyin: tekil pack check { $pack }
cli-init-source = Bu ayarlarla çalışmak için: set -a; . { $settings }; set +a
cli-settings-head = tekil ayarları: her satır aynı adlı seçeneğin yerine geçer.
cli-settings-use = Kabukta: set -a; . tekil.env; set +a. Hizmet olarak: EnvironmentFile=
cli-shape-customer = MÜŞTERİ
cli-shape-why = MÜŞTERİ alert|offer KİMLİK
cli-shape-import = DÜZEN YOL…
cli-why-rule = Kural: { $rule }
cli-why-decided = Karar: paket { $policy }, model { $model }
cli-rebuild-same = Durum özeti öncekiyle aynı: { $hash }
cli-rebuild-different = Eski dizinin durum özeti başkaydı; günlük esastır, yenisi: { $hash }
cli-rebuild-unknown = Eski dizinin durum özeti okunamadı; yenisi: { $hash }
cli-verify-checked = Denetlendi: { $what }
cli-verify-count = { $count } { $what }
cli-verify-fault = HATA { $place }: { $what }
cli-verify-clean = Sorun yok.
cli-verify-faults = Bulunan hata: { $count }. Depoyu kullanmayın. { $remedy }
cli-verify-hash = Durum özeti: { $hash }
cli-store-is-demo = Depo örnek bankanın deposu (paket { $found }); { $asked } paketiyle açılmaz. --pack vermeden deneyin ya da --store ile başka bir klasör verin.
cli-store-is-real = Depo { $found } paketiyle kurulmuş; { $asked } paketiyle açılmaz. --pack ile o paketi ya da --store ile başka bir klasör verin.
cli-operator-not-believed = Bu bir banka deposu; adınız seçenekle ({ $name }) verilemez. --operator ve TEKIL_OPERATOR olmadan çalıştırın.
cli-unexpected-answer = Banka beklenmeyen bir yanıt verdi. Komutu yineleyin; sürerse destek ekibine bildirin.

# desk
cli-shape-desk = [MÜŞTERİ]
cli-desk-filled = Depo boştu, uydurma kişilerden bir örnek bankayla dolduruldu: { $path }
cli-desk-ready = Depo hazır: { $path }. Bir müşteriyi görmek için: tekil MÜŞTERİ
cli-desk-workstation = İş istasyonu bir terminalde açılır: tekil{ $again }
cli-desk-plain = Bu terminal imlecini oynatamıyor (TERM={ $term }), iş istasyonu burada açılmaz. Satır satır okumak için: tekil show { $customer } --plain
cli-desk-next = Sırada:
cli-next-branch = müşteri, şube düzeninde
cli-next-why = bu uyarının nedeni
cli-next-plain = müşteri, satır satır
cli-next-list = bir listesi, satır satır
cli-next-find = müşteri arar
cli-next-json = programlar için
cli-next-import = kendi verinizi alın
cli-next-verify = depoyu denetleyin
cli-next-help = bütün komutlar

# import
cli-import-refused = Aktarım yapılmadı, depo değişmedi. Hata: { $count }. Düzeltip yeniden aktarın.
cli-import-stopped = Bir dosya sonuna kadar okunamadı; önceki satırlar aktarıldı. Dosyayı düzeltip bütün dosyaları yeniden aktarın; hiçbir satır iki kez alınmaz.
cli-import-more-rejects = … ve { $count } satır daha (hepsi için --rejects DOSYA)
cli-import-totals = Müşteri { $customers } · hesap { $accounts } · kart { $cards }
cli-import-rates = Kur: { $day } günü, { $count } para birimi
cli-import-loans = Kredi { $count } · { $sum }
cli-import-orders = Düzenli ödeme { $count } · { $sum }
cli-import-transactions = Hareket { $count } · { $sum }
cli-import-notes = Kaynakta dikkat çeken: bakiyesi satırlarıyla uyuşmayan hesap { $differs }, eksiye düşmüş hesap { $negative }
cli-import-skipped = Adı noktayla başladığı için atlandı: { $names }. Aktarıma ait olanı yeniden adlandırın.
cli-import-none-taken = Alınan satır yok ({ $seconds } sn).
cli-import-done = Aktarıldı, { $seconds } sn.
cli-import-nothing-new = Yeni bir şey yok, depo değişmedi ({ $seconds } sn).
cli-column-file = Dosya
cli-column-rows = satır
cli-column-accepted = alınan
cli-column-rejected = alınmayan
cli-bench-real = Bu bir banka deposu; ölçüm yalnız örnek bankada ya da boş bir yerde yapılır. --store ile başka bir klasör verin.
cli-bench-head = { $customers } müşteri; süreler mikrosaniye
cli-bench-run = yazan { $writers }   saniyede { $second }   p50 { $p50 }   p99 { $p99 }   yalın sled saniyede { $peer }
cli-bench-cost = her biri { $cpu } µs işlemci; bellek en çok { $rss } MiB
cli-bench-flow-run = yazan { $writers }   saniyede { $second }   p50 { $p50 }   p99 { $p99 }   akış { $flow }
cli-bench-flow-few = Aynı anda { $needed } yazan için { $needed } müşteri gerek; bu depoda { $flow } yapabilen { $found } müşteri kaldı. tekil demo ile daha büyük bir örnek banka yazın ya da --writers sayısını azaltın.
cli-bench-not-posted = Ölçülen akış ikinci kişi bekliyor ya da yarım kaldı. --set ile limit altında tutarlar verin.
cli-progress-bench = Hazırlık
cli-verify-accounts = hesap
cli-verify-balances = bakiye
cli-verify-customers = müşteri
cli-verify-due = vadesi gelecek iş
cli-verify-entries = defter kaydı
cli-verify-owner-index = hesap sahipliği
cli-verify-record-index = kayıt sahipliği
cli-verify-postings-with-request = istekli kayıt
cli-verify-records = müşteri bilgisi
cli-verify-statement-blocks = ekstre bloğu
cli-verify-statement-heads = ekstre
cli-verify-statement-rows = ekstre satırı
cli-verify-traces = iz kaydı
cli-verify-indexes = dizin satırı
cli-verify-journal = günlük kaydı
cli-why-ids = Uyarıların kimlikleri: tekil show { $customer } --plain
cli-import-next = Bir müşteriyi görmek için: tekil show MÜŞTERİ
cli-disk-full-in-doubt = Diskte yer kalmadı. Önceden kaydedilenler duruyor; son adımın kaydedilip kaydedilmediği açılışta anlaşılır. Yer açın, sonra “tekil verify” ile denetleyin.
cli-rejects-exist = { $path } zaten var ve değiştirilmez. Yeni bir dosya adı verin.
cli-rejects-lost = İçe aktarma tamamlandı ve saklandı; yalnız { $path } dosyası yazılamadı. Yeni bir dosya adıyla yineleyin: depoda bir şey değişmez, liste yazılır.
cli-path-not-a-file = { $path } düz bir dosya değil. Bir dosya ya da klasör verin.
cli-store-unfinished = { $path } içindeki deponun kurulması yarıda kalmış; hiçbir şey saklanmamıştı. Tamamlamak için tekil yazın ya da import çalıştırın.
cli-verify-owed = Bir içe aktarma yarıda kalmış: tutarlar ve uyarılar eksik olabilir. Aynı dosyaları yeniden içe aktarın; hiçbir şey kaybolmadı.

# Names of values in the help
cli-value-customer = MÜŞTERİ
cli-value-layout = DÜZEN
cli-value-path = YOL
cli-value-file = DOSYA
cli-value-dir = KLASÖR
cli-value-name = AD
cli-value-id = KİMLİK
cli-value-text = METİN
cli-value-moment = ZAMAN
cli-value-size = SÜTUNxSATIR
cli-value-keymap = AD|DOSYA

# keymap
cli-option-keymap = Tuş düzeni: default, 3270, vim ya da bir dosya; yoksa default (TEKIL_KEYMAP)
cli-keymap-about = Tuş düzenlerini listeler, gösterir ve denetler
cli-keymap-list-about = Programın içindeki tuş düzenlerini listeler
cli-keymap-show-about = Bir düzenin bütün tuşlarını yerlerine göre gösterir
cli-keymap-show-name = Düzenin adı ya da dosyası; yoksa kullanılan düzen
cli-keymap-show-markdown = Bu sürümde çalışan tuşları Markdown tablosu olarak yazar
cli-keymap-check-about = Bir düzen dosyasının bütün hatalarını yeriyle gösterir
cli-keymap-check-file = Düzen dosyası
cli-keymap-sound = Tuş düzeni sağlam: { $name } · { $path } · { $count } tuş
cli-keymap-faults = Tuş düzeninde hata var ({ $count }). Düzeltip “tekil keymap check” ile denetleyin.
cli-keymap-unknown = “{ $value }” diye bir tuş düzeni yok. Şunlardan biri ya da bir dosyanın yolu olmalı: { $names }.
cli-keymap-kept = Tuş düzeni değişmedi, kullanılan: { $name }
cli-keymap-options = açılır menü { $leader } ms · Esc { $esc } ms · komut satırı { $prompt }
cli-keymap-later = (bu sürümde yok)
cli-keymap-default = Tek harfler, önek menüleri ve F tuşları
cli-keymap-3270 = Harf yok: F1-F24, Sekme ve ===> satırı
cli-keymap-vim = default üstüne vim tuşları
cli-column-keys = Tuş
cli-column-place = Yer
cli-column-does = Ne yapar
cli-column-action = Eylem

# decide
cli-decide-about = Ne önerileceğine karar verir; bekletilenleri nedeniyle gösterir
cli-decide-head = Müşteri { $customer }: { $candidates } adaydan { $offered } teklif
cli-decide-accept = kabul %{ $percent }
cli-why-offer-ids = Tekliflerin kimlikleri: tekil decide { $customer }

# flow
cli-value-flow = AKIŞ
cli-flow-about = Akışları listeler, denetler ve anlatır
cli-flow-list-about = Paketin akışlarını listeler
cli-flow-check-about = Bir akış dosyasının ya da paketin akışlarının bütün hatalarını yeriyle gösterir
cli-flow-check-file = Akış dosyası; yoksa paketin bütün akışları
cli-flow-describe-about = Bir akışın ekranlarını, alanlarını, adımlarını ve kullanılabilecek rakamlarını yazar
cli-flow-describe-flow = Akışın adı
cli-flow-screens = { $count } ekran
cli-flow-none = Pakette akış yok: flows klasörüne bir dosya koyun.
cli-flow-sound = Akışlar sağlam: { $names }
cli-flow-faults = Akışta hata var ({ $count }). Düzeltip “tekil flow check” ile denetleyin.
cli-flow-unknown = “{ $flow }” diye bir akış yok. Olanları “tekil flow list” gösterir.
cli-flow-screen = Ekran { $number }
cli-flow-legs = Adımlar, kayıt sırasıyla
cli-flow-limits = Üstünde ikinci kişi istenen tutarlar
cli-flow-figures = Satır ve cümlelerde kullanılabilecek rakamlar
cli-flow-priced = (fiyat alınınca)
# flows without a screen
cli-bad-receipt = “{ $value }” bir dekont numarası değil. Örnek: 2026-1124-000871
cli-bad-id = “{ $value }” bir kimlik değil; komutun yazdığı gibi verin.
cli-value-receipt = DEKONT
cli-word-receipt = Dekont numarası: 2026-1124-000871
cli-value-approval = ONAY
cli-word-approval = Onayın kimliği; “tekil approvals” yazar
cli-value-quote = FİYAT
cli-value-order = TALİMAT
cli-value-set = ALAN=DEĞER
cli-approvals-about = Onay bekleyen işlemleri listeler
cli-approvals-none = Onay bekleyen işlem yok.
cli-approve-about = Bekleyen işlemi onaylar; her şey yeniden denetlenir
cli-return-about = Bekleyen işlemi nedeniyle (--reason) iade eder
cli-returned = İade edildi; taslak işlemi yapana döndü.
cli-returned-reversal = Geri alma isteği iade edildi; dekont { $receipt } olduğu gibi duruyor. İsteyen { $maker } nedenini “tekil approvals --mine” ile görür.
cli-approved-before = Bunu { $at } itibarıyla onaylamıştınız; yeniden bir şey işlenmedi. Dekontu:
cli-reverse-about = Yapılmış bir işlemi bütün olarak geri alır: gişe ister (--reason), yönetici onaylar
cli-receipt-about = Dekontu yazar; ikinci yazdırma kopyadır
cli-outbox-about = Ana sisteme giden emirler
cli-outbox-list-about = Emirleri durumlarıyla listeler, en yeniler önce
cli-outbox-open = Bekleyen emir: { $count }
cli-order-waiting = bekliyor
cli-order-acknowledged = alındı
cli-order-refused = reddedildi
cli-order-dead = bırakıldı
cli-order-cancelled = iptal
cli-flow-run-about = İşlemi ekransız doldurur ve fiyatlar; --quote ile --commit tam onu yapar
cli-flow-run-set = Bir alanın değeri, ekranda yazılacağı gibi; birden çok verilebilir
cli-flow-run-quote = Tutulan fiyatın kimliği
cli-flow-run-order = Müşterinin onayı bu imzalı talimat (yoksa temas kaydı)
cli-flow-run-commit = Müşteri onayladı: işlemi yap
cli-flow-run-set-late = Fiyat alındıktan sonra alan değişmez: --quote ile --set verilmez. Yeni değerlerle --quote yazmadan yeniden fiyat alın.
cli-flow-run-customer-missing = Kimin için olduğunu yazın: --customer 10014017. Alınmış bir fiyatla sürdürmek için: --quote FİYAT.
cli-flow-run-quote-missing = --commit için --quote gerekir: önce fiyat alın, müşteriye okuyun.
cli-flow-run-bad-set = “{ $value }” ALAN=DEĞER biçiminde değil.
cli-flow-run-set-twice = --set { $field } iki kez verildi. Her alanı bir kez verin.
cli-flow-run-priced = Fiyat { $quote }, { $until } itibarıyla biter. Yapmak için: --quote { $quote } --commit
cli-run-task = Yarım kaldı: görev { $task } açıldı ({ $unit }, { $due })
cli-run-awaits = Onayda: { $amount }, sınırınız { $limit }. Onay { $approval }, { $until } itibarıyla düşer.
cli-reverse-awaits = Geri alma onayda: { $amount }. Geri alma, tutarı ne olursa olsun ikinci bir kişinin onayını ister. Onay { $approval }, { $until } itibarıyla düşer.
cli-reverse-waits = Bu geri alma zaten onay bekliyor: { $maker } { $at } itibarıyla istedi, gerekçesi: { $reason }. Yeni bir istek açılmadı, gerekçe değişmedi.
cli-reverse-return = Değiştirmek ya da vazgeçmek için bir yönetici iade etmeli: tekil return { $approval } --reason NEDEN. Onaylanmazsa { $until } itibarıyla düşer.
cli-store-older = Deneme bankasıysa klasörünü kaldırıp tekil demo ile yeniden kurun; kaynaktan yüklendiyse yeni bir klasöre yeniden yükleyin.
cli-approvals-mine = Yalnız sizin onaya gönderdikleriniz, ne oldukları ve iade nedenleriyle
cli-approvals-none-mine = Onaya gönderdiğiniz bir işlem yok.
cli-asked-waiting = { $until } saatine kadar bekliyor
cli-asked-expired = süresi doldu; yeniden fiyatlayıp gönderin
cli-asked-returned = { $by } iade etti: { $reason }
cli-asked-approved = { $by } onayladı
cli-asked-withdrawn = geri çekildi
cli-run-reversed = Yeniden yapmak için yeni bir işlem başlatın; bu onay bir daha kullanılmaz.
cli-run-unprinted = İşlem yapıldı, dekont { $receipt } basılamadı. Yeniden basın: tekil receipt { $receipt }
