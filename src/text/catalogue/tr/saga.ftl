# Runs of flows
saga-blocked-currency = yalnız TL vadeli bozulur
saga-blocked-balance = bakiyesi anaparadan farklı: { $balance }
saga-lapses = { $made_on } { $made }: { $day } { $rate } ile yenileme teklifi geçerli; bozarsanız düşer
saga-floor-reached = ana sistem reddetti: kur limiti aşıldı
saga-not-done = yapılmadı
saga-reference = Referans
saga-task = { $what }
saga-other-flow = Diğer işlem
saga-reversal-of = Geri alma: { $title }
saga-reversed = geri alındı
saga-order-cancelled = Emir iptal edildi
saga-order-stays = Ana sistem almış, geri alınamaz
saga-compensate = Mevduatı geri kurma talebi: dekont { $receipt }
