/// The style sheet of a drawing: light, and dark on screens that ask for it; on paper always light.
enum SVGStyle {
  static let sheet = """
    text{font-family:"Noto Sans CJK JP","Noto Sans JP","Hiragino Sans","Yu Gothic UI",Meiryo,"Segoe UI",\
    "Helvetica Neue",Arial,sans-serif;fill:#1c2430}
    .paper{fill:#ffffff}.title{font-size:20px;font-weight:700}.head{font-size:12px}.faint{fill:#566072}
    .column{font-size:12px;font-weight:700;fill:#3b4657}.rule{stroke:#c9d1dc;stroke-width:1}
    .name{font-size:13px;font-weight:700}.small{font-size:10.5px}.tag{font-size:10px;fill:#3b4657}
    .count{font-weight:700}.chipword{text-anchor:middle}
    .card{fill:#f7f9fc;stroke:#8793a5;stroke-width:1.2}.bar{fill:#3b4657}.lost{stroke-dasharray:2 3}
    .agent{stroke-dasharray:8 4}.card.violation{stroke:#c5221f;stroke-width:2.4}
    .card.warning{stroke:#9a5b00;stroke-width:2}.card.notice{stroke:#1967d2;stroke-width:1.6}
    .card.centre{fill:#e6eef9}.halo{fill:none;stroke:#3b4657;stroke-width:1}
    .chip{stroke-width:1}.chip.given{fill:#e9f5ee;stroke:#1e7a4c}.chip.lacking{fill:#fdf1ef;stroke:#b3261e;\
    stroke-dasharray:3 2}.given text,text.given{fill:#14633b}.lacking text,text.lacking{fill:#98201a}
    .icon{fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}.icon.given{stroke:#14633b}
    .icon.lacking{stroke:#98201a}
    .line{fill:none;stroke:#7b8798;stroke-width:1.2}.line.terms{stroke-dasharray:7 4}
    .line.violation{stroke:#c5221f;stroke-width:2.4}.line.warning{stroke:#9a5b00;stroke-width:1.9}
    .line.notice{stroke:#1967d2;stroke-width:1.5}
    .arrow{fill:#7b8798}.arrow.violation,.mark.violation{fill:#c5221f}
    .arrow.warning,.mark.warning{fill:#9a5b00}.arrow.notice,.mark.notice{fill:#1967d2}
    .item:hover .line,.item:focus-visible .line{stroke-width:4}
    .item:hover .card,.item:focus-visible .card{stroke-width:3}.item:focus{outline:none}
    @media screen and (prefers-color-scheme:dark){
    text{fill:#e6e9ef}.paper{fill:#12161d}.faint{fill:#a3adbd}.column{fill:#c3cbd8}.rule{stroke:#3a4453}
    .tag{fill:#c3cbd8}.card{fill:#1c232e;stroke:#8793a5}.bar{fill:#c3cbd8}.halo{stroke:#c3cbd8}
    .card.centre{fill:#22324a}
    .chip.given{fill:#12301f;stroke:#5fbf8c}.chip.lacking{fill:#3a1917;stroke:#ff9a90}
    .given text,text.given{fill:#8fe0b4}.lacking text,text.lacking{fill:#ffb4ab}
    .icon.given{stroke:#8fe0b4}.icon.lacking{stroke:#ffb4ab}
    .line{stroke:#8f9bad}.arrow{fill:#8f9bad}
    .card.violation,.line.violation{stroke:#ff8a80}.card.warning,.line.warning{stroke:#ffb74d}
    .card.notice,.line.notice{stroke:#8ab4f8}.arrow.violation,.mark.violation{fill:#ff8a80}
    .arrow.warning,.mark.warning{fill:#ffb74d}.arrow.notice,.mark.notice{fill:#8ab4f8}}
    """
}
