# tekil demo
demo-about = Boş depoyu uydurma kişilerden bir örnek bankayla doldurur
demo-customers = kaç müşteri olsun (50 ile 5.000.000 arası; yazılmazsa 1.000)
demo-seed = başlangıç sayısı: aynı sayı, aynı gün, aynı banka (yazılmazsa 42)
demo-real-pack = { $pack } gerçek bir bankanın paketi; örnek banka yalnız örnek paketle kurulur. --pack seçeneğini kaldırın.
demo-not-empty = Depo boş değil: { $path }. Örnek banka yalnız boş depoya yazılır; --store ile başka bir klasör verin.
demo-unfinished = Örnek bankanın kurulması yarıda kalmış: { $path }. Klasörü silin, sonra tekil demo yazın.
demo-progress = Örnek banka
demo-done = Örnek banka hazır: { $path } · { $customers } müşteri, { $accounts } hesap, { $transactions } hareket, { $complaints } şikâyet
demo-stories = Hikâyeler:
demo-open = Açmak için bir terminalde: tekil{ $again }
# Stories of the demo bank
demo-story-break-fx-fund = Vadeliyi bozup döviz ve fon almak istiyor
demo-story-bounced-cheque = Çeki karşılıksız: kredi yok, diğer teklifler açık
demo-story-ivr-card-limit = IVR'da kart limiti teklifini kabul etti
demo-story-wedding = Evleniyor, düğün için biriktiriyor
demo-story-military-service = Gelecek ay askere gidiyor
demo-story-cancellation = Kartını iptal ettirmek istiyor
demo-story-duplicate-pair = Aynı kişi, iki müşteri numarası
demo-story-twins = İkizler: aynı gün, aynı adres, iki ayrı kişi
demo-story-bad-mood = Dün sinirliydi: satış kapalı, hizmet açık
demo-story-complaint-closes-sales = Açık şikâyeti var: bugün 17:00'ye dönüş sözü
demo-story-atm-refusal = ATM dün akşam iki kez reddetti
demo-story-missing-contact-data = İletişim ve kimlik bilgisi eksik
demo-story-company-three-contacts = Şirket adına konuşan üç kişi
