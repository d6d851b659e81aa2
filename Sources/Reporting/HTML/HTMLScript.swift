/// The script of the page: it filters, sorts, and opens what is folded before printing; without it everything is there.
///
/// It has neither `<` nor `&`, so that it means the same to HTML and XML.
enum HTMLScript {
  static let text = """

    'use strict';
    (function () {
      var form = document.getElementById('filters');
      var opened = [], away = [];
      // Paper has everything, whatever is filtered on the screen.
      window.addEventListener('beforeprint', function () {
        opened = Array.from(document.querySelectorAll('details:not([open])'));
        opened.forEach(function (one) { one.open = true; });
        away = Array.from(document.querySelectorAll('li.f[hidden],section.group[hidden],#waived[hidden]'));
        away.forEach(function (one) { one.hidden = false; });
      });
      window.addEventListener('afterprint', function () {
        opened.forEach(function (one) { one.open = false; });
        away.forEach(function (one) { one.hidden = true; });
        opened = [];
        away = [];
      });
      if (!form) { return; }
      var fields = form.elements;
      var groups = Array.from(document.querySelectorAll('section.group')).map(function (section) {
        var items = Array.from(section.querySelectorAll('li.f')).map(function (li, place) {
          return { li: li, place: place, text: null };
        });
        var isWaived = section.id.startsWith('w-');
        return { section: section, list: section.querySelector('ol.fs'), items: items, isWaived: isWaived };
      });

      function value(name) { return fields[name] ? fields[name].value : ''; }

      function textOf(item) {
        if (item.text === null) { item.text = item.li.textContent.normalize('NFKC').toLowerCase(); }
        return item.text;
      }

      function apply() {
        var severities = Array.from(form.querySelectorAll('input[name=severity]:checked')).map(function (box) {
          return box.value;
        });
        var wanted = value('text').normalize('NFKC').toLowerCase().trim();
        var rule = value('rule'), basis = value('basis'), news = value('news'), days = value('days');
        var count = 0, waived = 0;
        groups.forEach(function (group) {
          var data = group.section.dataset;
          var away = (rule ? rule !== data.rule : false) || (basis ? basis !== data.basis : false);
          var shown = 0;
          if (!away) {
            group.items.forEach(function (item) {
              var own = item.li.dataset;
              var hides = !severities.includes(item.li.classList[1]) || (news ? news !== own.b : false)
                || (days ? days !== own.p : false) || (wanted ? !textOf(item).includes(wanted) : false);
              if (item.li.hidden !== hides) { item.li.hidden = hides; }
              if (!hides) { shown += 1; }
            });
          }
          group.section.hidden = shown === 0;
          if (group.isWaived) { waived += shown; } else { count += shown; }
        });
        var section = document.getElementById('waived');
        if (section) { section.hidden = waived === 0; }
        var said = form.dataset;
        fields.count.textContent = count.toLocaleString('en') + said.unit
          + (waived ? said.before + waived.toLocaleString('en') + said.after : '');
      }

      function compare(order) {
        return function (a, b) {
          var x = a.li.dataset, y = b.li.dataset, result = 0;
          if (order === 'numbers') { result = Number(y.n || 0) - Number(x.n || 0); }
          if (order === 'date') { result = (x.d || '9').localeCompare(y.d || '9'); }
          if (order === 'name') { result = (x.o || '').localeCompare(y.o || '', 'en', { numeric: true }); }
          return result || a.place - b.place;
        };
      }

      function sort() {
        var order = compare(value('order'));
        groups.forEach(function (group) {
          var sorted = document.createDocumentFragment();
          group.items.sort(order).forEach(function (item) { sorted.appendChild(item.li); });
          group.list.appendChild(sorted);
        });
      }

      function fold(isOpen) {
        groups.forEach(function (group) {
          if (group.section.hidden) { return; }
          group.items.forEach(function (item) {
            if (item.li.hidden) { return; }
            var details = item.li.querySelector('details');
            if (details) { details.open = isOpen; }
          });
        });
      }

      var waiting = 0;
      form.addEventListener('input', function (event) {
        if (event.target.name === 'order') { sort(); return; }
        clearTimeout(waiting);
        waiting = setTimeout(apply, event.target.name === 'text' ? 200 : 0);
      });
      form.addEventListener('submit', function (event) { event.preventDefault(); apply(); });
      fields.clear.addEventListener('click', function () { form.reset(); sort(); apply(); });
      fields.open.addEventListener('click', function () { fold(true); });
      fields.close.addEventListener('click', function () { fold(false); });
      // A link to a group that is filtered away shows it.
      document.addEventListener('click', function (event) {
        var link = event.target.closest('a[href^="#"]');
        var target = link ? document.getElementById(link.getAttribute('href').slice(1)) : null;
        if (target ? target.closest('[hidden]') : null) { form.reset(); sort(); apply(); }
      });
      form.hidden = false;
      apply();
    })();

    """
}
