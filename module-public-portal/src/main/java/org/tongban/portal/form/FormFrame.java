package org.tongban.portal.form;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Component.Problem;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.FormTokens;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.page.form.FormPages;
import org.tongban.core.page.form.FormPart;
import org.tongban.core.publicdata.PublicCollections;
import org.tongban.core.publicform.PublicForms.Registered;

/** What stands around every step: the count, what the form is about, what is wrong, and all that is carried along. */
@Singleton
class FormFrame {
    static final FormTokens.Place PLACE = new FormTokens.Place("tongban-form", FormScreens.PATH);

    private static final String VIEW = "portal/form";

    /** Show the progress of uploads, and say what is wrong with a field when it is left (PO-2). */
    private static final List<String> SCRIPTS = List.of("portal.js", "fields.js");

    private final Pages pages;
    private final FormPages forms;
    private final FormTokens tokens;
    private final PublicCollections collections;

    FormFrame(Pages pages, FormPages forms, FormTokens tokens, PublicCollections collections) {
        this.pages = pages;
        this.forms = forms;
        this.tokens = tokens;
        this.collections = collections;
    }

    /**
     * What a page is made of.
     *
     * @param more what the step itself carries along
     * @param problems what is wrong on it, {@code said} the words over them where they are not so many places to change
     */
    record Drawn(
            Filled filled,
            Step step,
            FormPart part,
            Screen.Content content,
            List<Hidden> more,
            HttpStatus status,
            List<Problem> problems,
            String said) {
        Drawn(Filled filled, Step step, FormPart part, Screen.Content content) {
            this(filled, step, part, content, List.of(), HttpStatus.OK, List.of(), "");
        }

        Drawn carrying(Hidden... hidden) {
            return new Drawn(filled, step, part, content, List.of(hidden), status, problems, said);
        }

        Drawn wrong(HttpStatus failure, List<Problem> all) {
            return new Drawn(filled, step, part, content, more, failure, all, said);
        }

        /** The same because of something that is no mistake in what was typed. */
        Drawn because(HttpStatus failure, String title, Problem what) {
            return new Drawn(filled, step, part, content, more, failure, List.of(what), title);
        }

        boolean isOver() {
            return content instanceof Screen.Receipt;
        }

        /** Whether it holds a form that is posted. */
        boolean sends() {
            return !(content instanceof Screen.Rules || content instanceof Screen.Choose || isOver());
        }
    }

    /** The page as an answer. */
    HttpResponse<String> answer(HttpRequest<?> request, Drawn drawn) {
        var address = PageAddress.of(request);
        var title = drawn.filled().form().declared().title().in(address.language());
        var count = count(address, drawn);
        var problems = drawn.problems();
        var screen = new Screen(
                title,
                subject(drawn, address),
                count,
                drawn.isOver()
                        ? List.of()
                        : marks(address, Step.of(drawn.filled().form()), drawn.step()),
                drawn.sends() ? tokens.token(request, PLACE) : "",
                actions(drawn.filled().form(), address),
                drawn.sends() && isPosted(request) ? tongue(drawn.filled().form(), address) : null,
                drawn.sends() ? hidden(drawn) : List.of(),
                problems.isEmpty() ? null : new ErrorSummary(over(address, drawn), problems),
                drawn.content());
        var crumbs = List.of(new Crumb(text(address, "home"), address.to("/")), new Crumb(title, null));
        var page = Page.of(VIEW, first(address, drawn) + count + " - " + title, crumbs, screen)
                .with(List.of(), SCRIPTS);
        return kept(request, address, isPosted(request) ? page.answering() : page.fresh(), drawn);
    }

    private static boolean isPosted(HttpRequest<?> request) {
        return !request.getMethodName().equals("GET");
    }

    /** What a title begins with, so that it is heard first. */
    private String first(PageAddress address, Drawn drawn) {
        if (drawn.content() instanceof Screen.Stopped) {
            return text(address, "form.stopped") + " - ";
        }
        return drawn.problems().isEmpty() ? "" : text(address, "form.wrong");
    }

    private String over(PageAddress address, Drawn drawn) {
        return drawn.said().isEmpty()
                ? text(address, "form.problems", drawn.problems().size())
                : drawn.said();
    }

    /** What was sent has no address in the other language: the form is sent once more, to be shown in it. */
    private Screen.Tongue tongue(Registered form, PageAddress address) {
        var other = address.otherLanguage();
        return new Screen.Tongue(
                text(address, "language.other"), other.tag(), PageAddress.in(other, FormScreens.path(form)));
    }

    private HttpResponse<String> kept(HttpRequest<?> request, PageAddress address, Page page, Drawn drawn) {
        var answer = pages.answer(
                request, address, drawn.status().equals(HttpStatus.OK) ? page : page.failed(drawn.status()));
        if (answer instanceof MutableHttpResponse<?> open) {
            tokens.keep(request, open, PLACE);
        }
        return answer;
    }

    private String count(PageAddress address, Drawn drawn) {
        if (drawn.isOver()) {
            return text(address, "step.over");
        }
        var all = Step.of(drawn.filled().form());
        return text(
                address,
                "step.count",
                all.indexOf(drawn.step()) + 1,
                all.size(),
                text(address, drawn.step().word()));
    }

    private List<Hidden> hidden(Drawn drawn) {
        var filled = drawn.filled();
        var hidden = new ArrayList<>(forms.carried(filled.form().form(), drawn.part(), filled.document()));
        hidden.add(new Hidden("at", drawn.step().name()));
        hidden.add(new Hidden("proven", filled.value("proven")));
        hidden.addAll(drawn.more());
        return hidden;
    }

    private List<Screen.Mark> marks(PageAddress address, List<Step> all, Step now) {
        return all.stream()
                .map(step -> new Screen.Mark(text(address, step.word()), step.compareTo(now) < 0, step == now))
                .toList();
    }

    private Screen.@Nullable Subject subject(Drawn drawn, PageAddress address) {
        var filled = drawn.filled();
        // Whoever has begun to type is not led away from it.
        boolean linked = drawn.step() == Step.RULES;
        var about = filled.form().declared().about();
        if (about == null) {
            return null;
        }
        return collections
                .find(about.collection())
                .flatMap(collection -> filled.subject().flatMap(id -> collections.record(collection, id)))
                .map(record -> new Screen.Subject(
                        record.name(),
                        new StateTag(record.state(), record.stateTitle().in(address.language())),
                        linked ? address.to("/" + about.collection() + "/" + record.id()) : ""))
                .orElse(null);
    }

    private static Screen.Actions actions(Registered form, PageAddress address) {
        var path = FormScreens.path(form);
        return new Screen.Actions(
                address.to(path),
                address.to(path + "/code"),
                address.to(path + "/proof"),
                address.to(path + "/files"),
                address.to(path + "/submission"));
    }

    private String text(PageAddress address, String key, Object... values) {
        return pages.text(address, VIEW, key, values);
    }
}
