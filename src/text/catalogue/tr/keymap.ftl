# Tuş düzenleri
keymap-key-empty = Tuş yazılmamış.
keymap-key-unknown = Bu bir tuş değil: { $key }
keymap-key-is-text = [{ $context }] içinde yazılan her harf metindir; { $keys } bir eyleme bağlanamaz.
keymap-sequence-long = Bir eylem en çok { $max } tuşla bağlanır.
keymap-range-bad = Bu bir aralık değil: { $range }
keymap-arg-of-key = { $arg } burada bir tuşun yerine geçmez.
keymap-arg-missing = { $action } için arg eksik.
keymap-arg-not-taken = { $action } değer almaz.
keymap-arg-kind = { $action } için { $arg } olmaz.
keymap-command-arg-missing = { $action } için bir değer daha yazın.
keymap-command-arg-kind = { $action } için bu değer olmaz.
keymap-wanted-digit = 1 ile 9 arasında bir rakam yazın ya da boş bırakın.
keymap-wanted-letter = Küçük bir harf yazın: a-z
keymap-wanted-flow = Bir işlemin adını yazın, örnek: fx
keymap-wanted-language = tr ya da en yazın, ya da boş bırakın.
keymap-wanted-text = En çok 200 karakterlik bir metin yazın.
keymap-action-elsewhere = { $action } [{ $context }] içinde bir şey yapmaz.
keymap-context-unknown = Bilinmeyen bölüm: [{ $context }]
keymap-menu-unknown = { $action } bir menü açmaz.
keymap-option-range = { $key } = { $found } olmaz: 0 ile { $max } arasında, milisaniye.
keymap-style-unknown = Bilinmeyen ipucu biçimi: { $found }
keymap-hints-many = Bir bölümde en çok { $max } ipucu olur.
keymap-bindings-many = Bir dosyada en çok { $max } tuş bağlanır.
keymap-base-unknown = Temel alınan tuş düzeni bulunamadı: { $base }
keymap-base-cycle = Tuş düzenleri birbirini temel alıyor: { $path }
keymap-base-deep = Bir tuş düzeni en çok { $max } dosyaya dayanır.
keymap-key-twice = [{ $context }] içinde { $keys } iki kez bağlanmış: { $action }, ve { $line }. satırda { $other }.
keymap-key-prefix = [{ $context }] içinde { $keys } ({ $action }) ile { $line }. satırdaki { $others } ({ $other }) çakışıyor: biri ötekinin başlangıcı.
keymap-key-taken = [{ $context }] içinde { $keys } dolu: { $file }, { $line }. satırda { $other }; burada { $action }.
keymap-key-prefix-taken = [{ $context }] içinde { $keys } ({ $action }) ile { $file }, { $line }. satırdaki { $others } ({ $other }) çakışıyor: biri ötekinin başlangıcı.
keymap-palette-missing = [global] içinde hiçbir tuş { $action } değil; tuşu olmayan eylemlere ulaşılamaz.
keymap-flow-missing = { $flow } işlemi bu pakette yok; menüde ve ipuçlarında gösterilmez.
keymap-help-places = Şuralarda olur: { $contexts }
keymap-help-actions = Eylemlerin adları: tekil keymap show default
keymap-help-chord = C- ya da M- ile yazın, örnek "C-u"; ya da F tuşu kullanın.
keymap-help-keys = Örnekler: "F3", "Enter", "C-l", "S-Tab", "g o"
keymap-help-range = "1..9" ya da "a..z" gibi, küçükten büyüğe, bir kez yazın.
keymap-help-range-arg = "1..9" ile "$digit", "a..z" ile "$letter" yazılır.
keymap-help-twice = Birini silin ya da başka bir tuşa bağlayın.
keymap-help-prefix = Birini başka bir tuşla başlatın.
keymap-help-override = Bilerek değiştiriyorsanız satıra ya da dosyanın başına override = true yazın.
keymap-help-palette = [global] içine ":" = "open-palette" gibi bir satır yazın.
keymap-help-flow = İşlem pakete eklendiğinde kendiliğinden görünür.
