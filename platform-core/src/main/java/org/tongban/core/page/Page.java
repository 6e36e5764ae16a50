package org.tongban.core.page;

import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page ready to be rendered: its view, what the layout shows around it, and how long it may be kept.
 *
 * @param view the template below {@code views/}, say {@code portal/home}
 * @param title the page's name in the request's language, for the browser's title
 * @param crumbs the way to the page; empty on the home page
 * @param model what the view shows, texts in the request's language
 * @param maxAge how long anyone may keep it; zero: not at all (PO-5)
 * @param changedAt when its content last changed, for {@code Last-Modified}
 * @param bar what stands above the page instead of the portal's header; null for the pages of the portal
 * @param about what machines are told of it beside its title; null: nothing (PO-6)
 * @param posted whether it answers a form that was sent, and so has no address in the other language
 */
public record Page(
        String view,
        String title,
        List<Crumb> crumbs,
        Object model,
        HttpStatus status,
        Duration maxAge,
        @Nullable Instant changedAt,
        List<String> styles,
        List<String> scripts,
        @Nullable Bar bar,
        @Nullable About about,
        boolean posted) {
    /** How long public pages may be kept by browser and proxy. */
    public static final Duration SHORT = Duration.ofSeconds(30);

    /** A step of the way to a page; without {@code href} the page itself. */
    public record Crumb(String title, @Nullable String href) {}

    /** A header of its own: its view, and what that shows. */
    public record Bar(String view, Object model) {}

    /**
     * What machines are told of a page.
     *
     * @param description the page in one or two sentences
     * @param entity what the page is about, as a node of schema.org; empty where that is nothing more than the page
     */
    public record About(String description, Map<String, Object> entity) {}

    /** A page that anyone may keep for a short time. */
    public static Page of(String view, String title, List<Crumb> crumbs, Object model) {
        return new Page(
                view, title, crumbs, model, HttpStatus.OK, SHORT, null, List.of(), List.of(), null, null, false);
    }

    /** The same page with the time of its last change. */
    public Page changed(Instant time) {
        return new Page(view, title, crumbs, model, status, maxAge, time, styles, scripts, bar, about, posted);
    }

    /** The same page, which says what is so at this moment: nobody keeps it. */
    public Page fresh() {
        return new Page(view, title, crumbs, model, status, Duration.ZERO, null, styles, scripts, bar, about, posted);
    }

    /** The same page as the answer to a request that failed; nobody keeps it. */
    public Page failed(HttpStatus failure) {
        return new Page(view, title, crumbs, model, failure, Duration.ZERO, null, styles, scripts, bar, about, posted);
    }

    /** The same page as the answer to a form that was sent; nobody keeps it. */
    public Page answering() {
        return new Page(view, title, crumbs, model, status, Duration.ZERO, null, styles, scripts, bar, about, true);
    }

    /** The same page with a style sheet and scripts of its own, by the names of {@link Assets}. */
    public Page with(List<String> moreStyles, List<String> moreScripts) {
        return new Page(
                view, title, crumbs, model, status, maxAge, changedAt, moreStyles, moreScripts, bar, about, posted);
    }

    /** The same page with what machines are told of it. */
    public Page about(String description, Map<String, Object> entity) {
        var told = new About(description, entity);
        return new Page(view, title, crumbs, model, status, maxAge, changedAt, styles, scripts, bar, told, posted);
    }

    /** Whether it is one for everybody, to be found by who searches the web. */
    boolean isForEverybody() {
        return bar == null && !posted && !maxAge.isZero() && status.equals(HttpStatus.OK);
    }

    /** The same page with something else to show. */
    Page showing(Object other) {
        return new Page(view, title, crumbs, other, status, maxAge, changedAt, styles, scripts, bar, about, posted);
    }

    /** The same page under a header of its own, for one reader alone: nobody keeps it. */
    public Page under(Bar other) {
        return new Page(view, title, crumbs, model, status, Duration.ZERO, null, styles, scripts, other, about, posted);
    }
}
