# Refusals
unknown-customer = Müşteri { $customer } bulunamadı. Numarayı denetleyin.
unknown-account = Hesap { $account } bulunamadı. Numarayı denetleyin.
unknown-item = Bu müşteride { $item } yok.
not-permitted = Bu işlem için yetkiniz yok: { $request }.
reason-missing = Bakmak için temas numarası (--contact) ya da neden (--reason) gerekir.
not-verified = Önce müşterinin kimliği doğrulanmalı.
limit-reached = Hesap { $account }: istenen { $asked }, kullanılabilir { $available }. Daha düşük bir tutar girin.
bad-entry = Kayıt yazılmadı: { $fault }.
entry-unbalanced = { $currency } borç ve alacak toplamları eşit değil
entry-not-positive = sıfır ya da eksi tutarlı bir satır var
entry-count = satır sayısı 2 ile { $most } arasında olmalı
entry-account-currency = hesaplardan biri { $currency } hesabı değil
entry-overflow = toplam sığmayacak kadar büyük
request-reused = Bu işlem numarası başka bir işlem için kullanılmış. Yeniden başlatın.
outcome-unknown = İşlemin sonucu bilinmiyor, kontrol ediliyor; yeniden göndermeyin.
