# Paketin cümlelerindeki sözcükler
decision-day-on = { $day } { $month ->
    [m1] Ocak'ta
    [m2] Şubat'ta
    [m3] Mart'ta
    [m4] Nisan'da
    [m5] Mayıs'ta
    [m6] Haziran'da
    [m7] Temmuz'da
    [m8] Ağustos'ta
    [m9] Eylül'de
    [m10] Ekim'de
    [m11] Kasım'da
   *[m12] Aralık'ta
}
decision-promise-today = bugün { $time } kadar
decision-promise-day = { $day } { $time } kadar
decision-paid-from-mobile = mobilden
decision-refused = { $what } reddi
decision-at-branch = Şube işlemi
decision-at-call-center = Çağrı işlemi
decision-at-ivr = IVR işlemi
decision-at-atm = ATM işlemi
decision-at-mobile = Mobil işlem
decision-at-web = İnternet işlemi
decision-at-pos = POS işlemi
decision-quote-firm = kesin
decision-quote-invitation = ön teklif
decision-quote-rate = { $place } { $what }
decision-quote-amount = { $place } teklifi { $what }
decision-quote-alone = { $place } teklifi
decision-quote-quiet = Kesin teklif: { $offer } ({ $place } { $made } · son { $until })

# Başlığın yanında
decision-note-credit = { $count } kredi elendi: { $alert }
decision-note-credit-more = { $count } kredi elendi: { $alert } varken önerilmez
decision-note-unsuitable = { $count } uymuyor
decision-note-rests = { $count } dinleniyor
decision-note-control = { $count } kontrol grubunda
decision-note-covered = { $count } yerine daha iyisi
decision-note-others = { $count } başka elendi
decision-note-closed = satış kapalı: { $stop } · { $count } teklif askıda
decision-note-closed-alone = satış kapalı: { $stop }
decision-serve = Hizmet: müşterinin istediğini yapın, teklif sunmayın
decision-serve-why = { $stop } · kalkınca satış teklifleri açılır
decision-serve-say = Size bugün nasıl yardımcı olabilirim?
decision-objection = müşteri pazarlamaya itiraz etti

# Bir cümle neden söylenmez
decision-unsaid-call = Arama izni yok: söylenmez
decision-unsaid-message = SMS izni yok: yazılmaz

# Bir teklif neden bekliyor
decision-held-eligible = uygun değil: { $seen }
decision-held-applicable = şu an gereği yok: { $seen }
decision-held-suitable = müşteriye uymuyor: { $seen }
decision-held-credit = { $alert } varken kredi önerilmez; uyarı kapanınca yeniden bakılır
decision-held-objection = müşteri { $day } gününden beri pazarlamaya itiraz ediyor; itirazını geri alırsa açılır
decision-held-unwanted = müşteri { $day } günü istemediğini söyledi; bir daha önerilmez
decision-held-later = müşteri sonra dedi; { $day } günü yeniden önerilir
decision-held-expensive = müşteri pahalı buldu; { $day } günü yeniden bakılır
decision-held-has-one = müşteride zaten var; { $day } günü yeniden bakılır
decision-held-taken = müşteri aldı; { $day } günü yeniden bakılır
decision-held-presented = iletişim sıklığı: { $days } günde { $count } kez sunuldu; { $day } günü yeniden açılır
decision-held-total = iletişim sıklığı: { $days } günde { $count } teklif sunuldu; { $day } günü yeniden açılır
decision-held-stop = satış kapalı: { $stop }; kapanınca açılır
decision-held-control = ölçüm için kontrol grubunda; kampanya süresince sunulmaz
decision-held-own-quote = kesin teklif { $day } gününe kadar geçerli; sessizce gösterilir, isterse verilir
decision-held-quote = aynı ürün için { $offer } teklifi { $day } gününe kadar geçerli
decision-held-better = aynı ürün için { $offer } daha uygun
decision-held-worthless = hesaplanan önceliği sıfır
decision-held-rank = { $why } · o zaman { $rank }. sıraya girer
decision-seen = { $label } { $value }

# Bir satır yerini nasıl aldı
decision-line = { $name }: { $why }
decision-formula = Öncelik: kabul olasılığı, anın ağırlığı, değer ve iş ağırlığının çarpımı
decision-factor-propensity = Kabul olasılığı
decision-factor-context = Anın ağırlığı
decision-factor-value = Bankaya değeri
decision-factor-lever = İş ağırlığı
decision-factor-priority = Öncelik
decision-percent-added = { $sign }%{ $percent }
