# Lists
list-products = ÜRÜNLER
list-transactions = HAREKETLER
list-errors = ALINAN HATALAR
list-complaints = ŞİKÂYETLER
list-people = YETKİLİLER
list-note = { $count } kayıt
list-note-days = son { $days } gün · { $count } kayıt
value-unknown = bilinmiyor
value-hidden = gizli
transaction-unnamed = açıklamasız

# Labels
label-when = Zaman
label-channel = Kanal
label-operation = İşlem
label-told = Müşteriye söylenen
label-code = Kod
label-record = Kayıt no
label-receipt = Dekont
label-topic = Konu
label-state = Durum
label-owner = Sorumlusu
label-promise = Dönüş sözü
label-satisfaction = Memnuniyet
label-refund = İade
label-counterparty = Karşı taraf
label-text = Açıklama
label-amount = Tutar
label-balance = Sonraki bakiye
label-group = Tür
label-name = Ürün
label-terms = Koşullar
label-ends = Son gün
label-person = Kişi
label-role = Görevi
label-signature = İmza yetkisi
label-since = Başlangıç

# Values
closed-in = { $days } günde kapandı
open-for = açık, { $days } gün
account-demand = Vadesiz { $currency } { $label }
account-term = Vadeli { $currency } { $label }
product-demand = Vadesiz { $currency }
product-term = Vadeli { $currency }
group-cheques = Çek
cheque-bounced = Takipteki çek
cheque-unpaid = karşılıksız { $day }
cheque-settled = ödendi { $day }
group-demand = Vadesiz
group-term = Vadeli
group-cards = Kart
group-loans = Kredi
group-holdings = Fon
group-insurance = Sigorta
group-orders = Talimat
product-overdraft = KMH { $amount }
product-limit = limit { $amount }
deposit-terms = { $rate } · { $days } gün
product-instalments = { $paid }/{ $months } taksit
product-units = { $units } pay
product-price-fixed = fiyat son { $day }
person-signs = imza yetkili
person-signs-not = imza yetkisi yok

# Work left today and whom to call
work-promise = Dönüş sözü
work-task = Görev
work-approval = Onay bekliyor
work-draft = Taslak
work-draft-at = Taslak { $step }/{ $steps }
work-returned = iade: { $reason } · { $flow }
call-matures = vadesi { $day } günü doluyor { $amount }
call-matures-soon = vadesi yarın doluyor { $amount }
call-life-event = { $event } { $month }
call-say-renew = yenileyelim mi?
call-say-life-event = kart ve talimatlar
