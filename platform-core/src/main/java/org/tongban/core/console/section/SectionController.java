package org.tongban.core.console.section;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsoleForms;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.ConsoleSections;
import org.tongban.core.console.Faults;
import org.tongban.core.console.section.SectionActions.Chosen;
import org.tongban.core.console.section.SectionPages.Reader;
import org.tongban.core.page.Page;
import org.tongban.core.page.Redraw;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Violation;
import org.tongban.core.web.Write;
import org.tongban.core.web.internal.Exchange;

/** The sections that modules declare (CO-47b): everything in them is read and done by the API's own operations. */
@Hidden
@Controller(value = ConsolePages.SECTIONS, produces = MediaType.TEXT_HTML)
class SectionController {
    private final ConsolePages pages;
    private final ConsoleForms forms;
    private final ConsoleSections sections;
    private final SectionPages shown;
    private final SectionActions actions;
    private final SectionFiles files;

    SectionController(
            ConsolePages pages,
            ConsoleForms forms,
            ConsoleSections sections,
            SectionPages shown,
            SectionActions actions,
            SectionFiles files) {
        this.pages = pages;
        this.forms = forms;
        this.sections = sections;
        this.shown = shown;
        this.actions = actions;
        this.files = files;
    }

    @SignedIn
    @AnyParameters
    @Get("/{section}")
    HttpResponse<String> consoleSection(HttpRequest<?> request, Caller caller, String section) {
        var found = sections.find(caller, section);
        var listing = found.listing();
        if (listing == null) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return pages.answer(request, shown.list(Reader.of(request, caller), found, listing, Faults.none()));
    }

    @SignedIn
    @AnyParameters
    @Get("/{section}/{record}")
    HttpResponse<String> consoleSectionRecord(HttpRequest<?> request, Caller caller, String section, String record) {
        var found = sections.find(caller, section);
        return pages.answer(request, record(Reader.of(request, caller), found, record, Faults.none()));
    }

    private Page record(Reader reader, ConsoleSection section, String key, Faults faults) {
        var record = section.record();
        if (record == null) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return shown.record(reader, section, record, key, faults);
    }

    @SignedIn
    @AnyParameters
    @Get("/{section}/{record}/{action}")
    HttpResponse<String> consoleSectionAction(
            HttpRequest<?> request, Caller caller, String section, String record, String action) {
        return pages.answer(
                request, actions.begun(Reader.of(request, caller), chosen(caller, section, record, action)));
    }

    /** In two phases, so that the operation called has a transaction and an audit record of its own. */
    @SignedIn
    @AnyParameters
    @Write(action = "platform.console.act", idempotent = false, phases = Write.Phases.TWO)
    @Post(value = "/{section}/{record}/{action}", consumes = MediaType.ALL)
    HttpResponse<?> consoleActInSection(
            HttpRequest<?> request,
            Caller caller,
            String section,
            String record,
            String action,
            @Body @Checked FormFields form) {
        var chosen = chosen(caller, section, record, action);
        forms.require(request, form);
        return acted(Reader.of(request, caller), chosen, form.all());
    }

    /** The same with files, as the browser sends them: those that came stay with the form should it be refused. */
    @SignedIn
    @AnyParameters
    @Write(action = "platform.console.act", idempotent = false, phases = Write.Phases.TWO)
    @Post(value = "/{section}/{record}/{action}/files", consumes = MediaType.ALL)
    HttpResponse<?> consoleActWithFiles(
            HttpRequest<?> request,
            Caller caller,
            String section,
            String record,
            String action,
            @Body @Nullable InputStream content) {
        var chosen = chosen(caller, section, record, action);
        var reader = Reader.of(request, caller);
        var taken = files.taken(reader, chosen, content == null ? InputStream.nullInputStream() : content);
        if (taken.notOurs() != null) {
            throw taken.notOurs();
        }
        if (!taken.refused().isEmpty()) {
            var violations = taken.refused().stream()
                    .map(refused -> new Violation(
                            refused.control(),
                            refused.why().code().code(),
                            refused.why().said()))
                    .toList();
            var typed = actions.typed(reader, chosen, taken.fields());
            Redraw.with(request, refusal -> redrawn(reader, chosen, typed, refusal));
            throw DomainException.of(taken.refused().getFirst().why().code(), violations);
        }
        return acted(reader, chosen, taken.fields());
    }

    private HttpResponse<?> acted(Reader reader, Chosen chosen, Map<String, List<String>> fields) {
        var request = reader.request();
        var typed = actions.typed(reader, chosen, fields);
        if (fields.containsKey(SectionActions.ADD) || fields.containsKey(SectionActions.REMOVE)) {
            Exchange.changesNothing(request);
            return pages.answer(request, actions.page(reader, chosen, typed));
        }
        Redraw.with(request, refusal -> redrawn(reader, chosen, typed, refusal));
        var told = actions.perform(reader, chosen, typed);
        var done = Map.of(SectionPages.DONE, chosen.action().operation());
        return ConsolePages.seeOther(request, actions.next(chosen, told), done);
    }

    private Chosen chosen(Caller caller, String section, String record, String action) {
        var found = sections.find(caller, section);
        boolean onRecord = !record.equals(SectionKey.NONE);
        return new Chosen(found, sections.action(caller, found, action, onRecord), record);
    }

    /** The form with what was typed; what asks nothing was done from the page of the record or the list. */
    private Page redrawn(Reader reader, Chosen chosen, SectionActions.Typed typed, DomainException refusal) {
        if (actions.asks(chosen)) {
            return actions.page(reader, chosen, actions.refused(typed, refusal));
        }
        var faults = Faults.of(refusal, reader.address().language(), pointer -> null);
        var listing = chosen.section().listing();
        return chosen.action().onRecord() || listing == null
                ? record(reader, chosen.section(), chosen.key(), faults)
                : shown.list(reader, chosen.section(), listing, faults);
    }
}
