package org.tongban.core.console.desk;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.ConsoleSections;
import org.tongban.core.console.Dates;
import org.tongban.core.console.desk.CaseShown.Entry;
import org.tongban.core.console.desk.CaseShown.Fact;
import org.tongban.core.console.section.SectionKey;
import org.tongban.core.page.Component.Notice;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.review.cases.CaseKind;
import org.tongban.core.review.cases.Cases;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.cases.ReviewHandlers;
import org.tongban.core.review.desk.CaseView;
import org.tongban.core.review.desk.CaseViews;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Transactions;

/** Makes the page of a case, whatever its type (CO-47b). */
@Singleton
class CasePage {
    /** What may have been done just now. */
    private static final Set<String> DONE = Set.of(
            "claim",
            "release",
            "reassign",
            "decision",
            "note",
            "withdrawal-granted",
            "withdrawal-refused",
            "correction");

    private final ConsolePages pages;
    private final Cases cases;
    private final CaseViews views;
    private final Material material;
    private final Differences differences;
    private final CaseActions actions;
    private final ReferenceSets references;
    private final Due due;
    private final ConsoleSections sections;
    private final ReviewHandlers handlers;
    private final Transactions transactions;

    CasePage(
            ConsolePages pages,
            Cases cases,
            CaseViews views,
            Material material,
            Differences differences,
            CaseActions actions,
            ReferenceSets references,
            Due due,
            ConsoleSections sections,
            ReviewHandlers handlers,
            Transactions transactions) {
        this.pages = pages;
        this.cases = cases;
        this.views = views;
        this.material = material;
        this.differences = differences;
        this.actions = actions;
        this.references = references;
        this.due = due;
        this.sections = sections;
        this.handlers = handlers;
        this.transactions = transactions;
    }

    Page of(HttpRequest<?> request, Caller caller, UUID id, Typed typed) {
        var address = PageAddress.of(request);
        var shown = transactions.connected(() -> shown(address, caller, id, typed));
        var above = List.of(new Crumb(pages.text(address, "reviews.title"), address.to(QueueController.PATH)));
        return pages.page(request, "case", shown.number() + " " + shown.title(), above, shown);
    }

    private CaseShown shown(PageAddress address, Caller caller, UUID id, Typed typed) {
        var found = cases.find(id);
        var view = views.whole(found, caller, address.language());
        var original = found.original();
        // A correction is of what another case has approved: its fields and their titles are there.
        var submitted = found.about() == CaseKind.CORRECTION && original != null
                ? material.of(address, caller, cases.find(original))
                : material.of(address, caller, found);
        var own = found.about() == CaseKind.CORRECTION ? submitted.ofAnother() : submitted;
        return new CaseShown(
                QueueController.PATH + "/" + id,
                view.number(),
                view.title(),
                new StateTag(view.state(), view.stateTitle()),
                due.of(address, view),
                facts(address, caller, view, found),
                typed.faults().summary(pages.text(address, "case.failed")),
                done(address),
                flags(view, submitted),
                differences.of(address, found, submitted.labels()),
                submitted.parts(),
                submitted.files(),
                history(address, view, submitted),
                actions.of(address, caller, found, view, own, typed));
    }

    private List<Fact> facts(PageAddress address, Caller caller, CaseView view, ReviewCase found) {
        var language = address.language();
        var region = view.region();
        var facts = new ArrayList<Fact>();
        facts.add(fact(address, "type", view.typeTitle()));
        facts.add(fact(address, "kind", pages.text(address, "kind." + view.kind())));
        facts.add(fact(address, "step", view.stepTitle()));
        facts.add(fact(
                address,
                "region",
                region == null
                        ? pages.text(address, "region.none")
                        : references.name(QueueFilters.DIVISION, region, language)));
        facts.add(fact(address, "submitted", Dates.of(view.submittedAt(), language)));
        if (view.claimedByMe() && view.state().equals("claimed")) {
            facts.add(fact(address, "holder", pages.text(address, "holder.me")));
        }
        var original = view.original();
        if (original != null) {
            facts.add(new Fact(
                    pages.text(address, "fact.original"),
                    cases.find(original).number(),
                    address.to(QueueController.PATH + "/" + original)));
        }
        handlers.of(found.type()).facts(found.subject()).stream()
                .map(fact -> new Fact(fact.title().in(language), fact.value().in(language), ""))
                .forEach(facts::add);
        sections.ofReview(caller, found.type())
                .ifPresent(section -> facts.add(new Fact(
                        pages.text(address, "fact.subject"),
                        view.title(),
                        address.to(
                                SectionKey.record(section.id(), found.subject().toString())))));
        return List.copyOf(facts);
    }

    private Fact fact(PageAddress address, String name, String value) {
        return new Fact(pages.text(address, "fact." + name), value, "");
    }

    private @Nullable Notice done(PageAddress address) {
        var done = address.value("done");
        return DONE.contains(done) ? new Notice("info", pages.text(address, "done." + done)) : null;
    }

    private static List<String> flags(CaseView view, Material.Submitted submitted) {
        var flags = view.flags();
        return flags == null
                ? List.of()
                : flags.stream()
                        .map(flag -> submitted.label(flag.pointer(), flag.pointer()) + "：" + flag.message())
                        .toList();
    }

    private List<Entry> history(PageAddress address, CaseView view, Material.Submitted submitted) {
        var entries = view.history();
        return entries == null
                ? List.of()
                : entries.stream()
                        .map(entry -> entry(address, entry, submitted))
                        .toList();
    }

    private Entry entry(PageAddress address, CaseView.Entry entry, Material.Submitted submitted) {
        var whole = pages.text(address, "remark.whole");
        return new Entry(
                Dates.of(entry.at(), address.language()),
                pages.text(address, "role." + entry.role()),
                pages.text(address, "act." + entry.action()),
                entry.reason(),
                entry.remarks().stream()
                        .map(remark -> new Fact(submitted.label(remark.pointer(), whole), remark.text(), ""))
                        .toList(),
                entry.internal());
    }

    /** Leads back to the case and says there what was done. */
    static Map<String, String> done(String what) {
        return Map.of("done", what);
    }
}
