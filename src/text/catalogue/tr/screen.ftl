# The one screen
customer-no = Müşteri { $customer }
address-hanim = { $given } HANIM { $family }
address-bey = { $given } BEY { $family }
number = No { $number }
mobile = GSM { $number }
years = { $years } yıl
branch = { $branch } Şb
touchpoint-call-center = Çağrı
touchpoint-branch = Şube
touchpoint-ivr = IVR
touchpoint-digital = Dijital
role-agent = MT
role-teller = Gişe
role-supervisor = Yönetici
role-auditor = Denetçi
role-admin = Sistem
role-channel = Kanal
role-owner = Depo sahibi
role-demo = DEMO
since = { $time } beri
verified = Kimlik
consent = İzin
consent-call = Ara
consent-message = SMS
consent-email = E-posta
weekday = { $day ->
    [d1] Pazartesi
    [d2] Salı
    [d3] Çarşamba
    [d4] Perşembe
    [d5] Cuma
    [d6] Cumartesi
   *[d7] Pazar
}

# Summary
net-worth = Net varlık
in-lira = TL karşılığı, alış kuru
lifetime = Ömür değeri
lifetime-thousands = { $amount } bin
break-even = başabaş { $month }. ay
profit = Kârlılık
profit-this-year = bu yıl { $amount }
profit-last-year = geçen yıl { $amount }
behaviour = Davranış
behaviour-manner = { $often } ve { $amount }
behaviour-often = sık
behaviour-seldom = seyrek
behaviour-large = yüksek tutarlı
behaviour-small = düşük tutarlı
behaviour-channel = { $channel } { $count }/ay
churn = Ayrılma
churn-percent = %{ $percent }
churn-reason = neden: { $reason }
churn-competitor-rates = rakip faiz araştırması
churn-complaints = şikâyetler
churn-less-activity = hareket azaldı
churn-salary-left = maaş başka bankaya geçti
life-event-label = Yaşam olayı
life-event = { $event } ({ $month }, { $source })
life-marriage = evlilik
life-birth = çocuk doğumu
life-military-service = askerlik
life-appointment = atama
life-exam = sınav
life-moving = taşınma
life-retirement = emeklilik
known-from-customer = müşteri söyledi
known-from-document = belgeli
card-minimum = asgari { $amount }
mood = Duygu { $mood }
mood-bad = kötü
mood-neutral = nötr
fund-share = { $code } %{ $percent }
offers-best = { $candidates } adaydan en iyi { $shown }
offer-accept = kabul %{ $percent }
offer-why = Neden:
offer-say = Deyin:
offers-none = Uygun teklif yok
offers-hidden = Teklifler kimlik doğrulanınca görünür
offers-unknown = bilinmiyor: teklif kararı verilemedi
summary = ÖZET
card = Kart { $product }
card-with-digits = Kart ·{ $last4 }
card-debt = borç
card-debit = banka kartı
available = kullanılabilir
demand = Vadesiz { $currency }
demand-all-free = (tümü çekilir)
demand-free = (çekilir)
demand-overdraft-unknown = (KMH ?)
term = Vadeli { $currency }
funds = Fon TL
funds-in = Fon { $currency }
funds-without-value = Fon
loan-debt = Kredi borcu
loan-paid-off = Kredi (kapandı)
loan-lent = verilen kredi
loan-running = zamanında
loan-overdue = gecikmede
loan-closed = kapandı
loan-unpaid = bitti, ödenmedi
loan-legal = yasal takipte
loan-instalments = { $paid }/{ $months }
orders = Talimat { $currency } ({ $count })
people = Yetkililer { $count }
person-signs-short = { $name } (imza)
shared-account = Yetkili olduğu hesap { $account }
accounts = { $count } hesap
fund-orders = Fon emri { $currency }
fund-order-day = bekliyor · valör { $day }
holdings-count = { $count } fon
first-matures = ilk vade { $day }
overdraft-none = KMH yok
overdraft = KMH { $amount }
limit = limit { $amount }
limit-used = kullanım %{ $percent }
unknown = bilinmiyor
last-known = son bilinen
hidden = gizli
no-products = Kayıtlı ürün yok
missing = Eksik { $count }: { $fields }
missing-name = ad
missing-identity = kimlik no
missing-birth = doğum tarihi
missing-mobile = cep
missing-email = e-posta
missing-address = adres
missing-branch = şube
data-until = Veri: { $source }, son { $day }
data-older = Veri { $day } · { $what } { $older }
data-age-unknown = Veri: { $source }, tarihi bilinmiyor
more = … { $count } daha

# Alerts
alerts = UYARILAR
alerts-none = Uyarı yok
severity-act-now = Hemen
severity-look = Bakın
severity-missing = Eksik
severity-note = Bilgi

# Offers
offers = TEKLİFLER

# Complaints
complaints = ŞİKÂYETLER
complaints-in-days = { $days } günde { $count }
complaints-last-year = 12 ayda { $count }
complaints-open = { $count } açık
complaints-unknown = bilinmiyor: bu müşteri için şikâyet verisi gelmedi
complaints-none = Kayıtlı şikâyet yok
complaints-hidden = Ayrıntılar kimlik doğrulanınca görünür
complaint-closed = { $days } günde kapandı
complaint-closed-same-day = aynı gün kapandı
complaint-open = açık, { $days } gün
complaint-open-today = açık, bugün geldi
complaint-satisfaction = memnuniyet { $score }/5
complaint-refund = { $amount } iade
complaint-consent-corrected = izin düzeltildi
complaint-no-survey = anket yanıtı yok
complaint-promise-passed = söz tutulmadı { $when }
complaint-due-passed = tutulmadı { $when }
complaint-promise-today = dönüş sözü bugün { $time }
complaint-promise = dönüş sözü { $day } { $time }
complaint-score = puan { $score }/5
complaint-due-today = söz bugün { $time }
complaint-due = söz { $day } { $time }

# Why the customer is probably calling
probable-reason = Olası neden: { $reasons }
probable-reason-short = Olası neden: { $reasons }
reason-none = kayıtlarda görünmüyor
reason-hidden = kimlik doğrulanınca görünür
reason-promise-today = bugün { $time } dönüş sözü var
reason-promise-broken = { $day } { $time } dönüş sözü tutulmadı
reason-failed = { $day } { $time } { $operation } reddi
reason-repeated = { $reason }, { $times } kez
reason-told = { $reason } ({ $told })
reason-card-late = kart ödemesi { $days } gün gecikmiş
reason-card-late-full = kart ödemesi { $days } gün gecikti
reason-loan-late = kredi borcu gecikmiş
reason-loan-days-late = kredi taksiti { $days } gün gecikmiş
reason-contact = son temas { $day } { $channel }: { $topic }
channel-branch = Şube
channel-call-center = Çağrı
channel-ivr = IVR
channel-atm = ATM
channel-mobile = Mobil
channel-web = İnternet
channel-pos = POS
hints = Uyarının nedeni: tekil why { $customer } alert KURAL · kurallar: --plain
hints-offers = Tekliflerin nedeni: tekil decide { $customer } · satır satır: --plain

# Plain lines for a screen reader
plain-line = { $label }: { $value }
plain-customer = Müşteri
plain-since = Müşteriliği
plain-branch = Şube
plain-screen-at = Ekran
plain-verification = Kimlik doğrulaması
plain-verified = yapıldı
plain-verified-unknown = bilinmiyor, kimlik numarası yok
plain-not-verified = yapılmadı
plain-consent-call = Arama izni
plain-consent-message = SMS izni
plain-consent-email = E-posta izni
plain-yes = var
plain-no = yok
plain-unknown = bilinmiyor, adres yok
plain-card = Kart, son dört hane { $last4 }
plain-segments = Segmentler
plain-count = { $count } kayıt
plain-rule = kural { $alert }
plain-why = Bir uyarının nedeni: tekil why { $customer } alert KURAL
plain-alerts = Uyarılar
plain-summary = Özet
plain-offers = Teklifler
plain-complaints = Şikâyetler
plain-source = Kaynak { $source }, { $what }

source-contacts = iletişim
source-accounts = hesaplar
source-deposits = vadeli mevduat
source-cards = kartlar
source-loans = krediler
source-holdings = fonlar
source-errors = kanal hataları
source-complaints = şikâyetler
source-interactions = temaslar
source-consents = izinler

# The machinery
store-unreadable = Kayıtlara ulaşılamıyor. Müşteriye sonra arayacağınızı söyleyin; yönetici tekil verify çalıştırsın.
store-full = Diskte yer yok, hiçbir şey kaydedilmedi. Yöneticiye haber verin.
store-busy = Bu müşterinin kaydı şu an değişiyor, hiçbir şey yapılmadı. Birkaç saniye sonra yeniden deneyin.
pack-not-in-force = Bu ekranın kuralları yürürlükteki kurallar değil, bir şey gösterilmedi. Yönetici tekil'i yeniden başlatsın.
internal-fault = Beklenmeyen bir hata oldu, işlem yapılmadı. Yeniden deneyin; sürerse yöneticiye haber verin.
parameter-missing = Bankanın paketinde { $name } { $day } günü için tanımlı değil. İş zamanını (--now) denetleyin ya da yönetici pakete eklesin ve tekil pack check çalıştırsın.
not-fired = Bu müşteride uyarı verilmedi: { $name }. Koşulların hepsi tutmuyor.
alert-import-owed = İçe aktarma yarım: tutarlar eksik, yineleyin
