# Stories of the demo bank
demo-story-break-fx-fund = Vadeliyi bozup döviz ve fon almak istiyor
demo-story-bounced-cheque = Çeki karşılıksız çıktı: kredi yok, diğer teklifler açık
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
