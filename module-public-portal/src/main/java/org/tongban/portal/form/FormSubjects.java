package org.tongban.portal.form;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.page.Component.Row;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Highlight;
import org.tongban.core.page.PageAddress;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicCollections;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.publicform.PublicForms;
import org.tongban.core.publicform.PublicForms.Registered;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.ErrorKind;

/** What a form is about: chosen on the page of a record already, or to be searched for (PF-60). */
@Singleton
class FormSubjects {
    private static final int SHOWN = 20;

    private final PublicForms forms;
    private final PublicCollections collections;
    private final FormScreens screens;

    FormSubjects(PublicForms forms, PublicCollections collections, FormScreens screens) {
        this.forms = forms;
        this.collections = collections;
        this.screens = screens;
    }

    HttpResponse<String> chosen(HttpRequest<?> request, Registered form) {
        var address = PageAddress.of(request);
        var about = form.declared().about();
        var subject = Filled.id(address.value("subject"));
        var filled = Filled.begin(form, subject);
        Optional<Title> open =
                about == null ? Optional.of(new Title("", "")) : subject.flatMap(id -> forms.open(form, id));
        if (open.isEmpty()) {
            return screens.choose(
                    request, Filled.begin(form, Optional.empty()), search(address, form, about, subject.isPresent()));
        }
        return address.value("step").equals("fields")
                ? screens.fields(request, filled, List.of(), HttpStatus.OK)
                : screens.rules(request, filled, open.get().in(address.language()));
    }

    private Screen.Choose search(
            PageAddress address, Registered form, PublicForm.@Nullable About about, boolean refused) {
        var text = address.value("q");
        var collection = Optional.ofNullable(about).flatMap(one -> collections.find(one.collection()));
        var found = text.isEmpty()
                ? List.<Screen.Found>of()
                : collection
                        .map(one -> records(one, text).stream()
                                .map(record -> found(address, form, record, text))
                                .toList())
                        .orElse(List.of());
        String none = null;
        if (refused) {
            none = why(address, form) + screens.text(address, "choose.closed");
        } else if (!text.isEmpty() && found.isEmpty()) {
            none = screens.text(address, "choose.none");
        }
        return new Screen.Choose(
                collection.map(one -> one.title().in(address.language())).orElse(""),
                FormScreens.path(form),
                address.lang(),
                text,
                found.size() == SHOWN ? screens.text(address, "choose.more", SHOWN) : "",
                found,
                none);
    }

    /** What its module says of the one that was refused. */
    private String why(PageAddress address, Registered form) {
        return Filled.id(address.value("subject"))
                .flatMap(id -> forms.closed(form, id))
                .map(title -> title.in(address.language()).replaceFirst("[。.]$", "")
                        + (address.language() == Language.EN ? ". " : "。"))
                .orElse("");
    }

    private List<PublicRecord> records(PublicCollection collection, String text) {
        try {
            return collections
                    .search(collection, collections.query(collection, Map.of("q", List.of(text))))
                    .items();
        } catch (DomainException refusal) {
            if (refusal.code().kind() != ErrorKind.BAD_REQUEST) {
                throw refusal;
            }
            return List.of();
        }
    }

    private Screen.Found found(PageAddress address, Registered form, PublicRecord record, String text) {
        var language = address.language();
        var highlight = new Highlight(text);
        var rows = record.summary().stream()
                .limit(2)
                .map(field -> new Row(
                        field.title().in(language),
                        highlight.parts(field.value().in(language))))
                .toList();
        return new Screen.Found(
                record.name(),
                new StateTag(record.state(), record.stateTitle().in(language)),
                rows,
                forms.open(form, record.id())
                        .map(why -> address.to(
                                FormScreens.path(form),
                                Map.of("subject", record.id().toString())))
                        .orElse(null));
    }
}
