package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.account.Organisation;
import org.tongban.core.identifier.Folding;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.patent.PatentWords;
import org.tongban.filing.patent.UnitPatent;
import org.tongban.filing.patent.UnitPatents;
import org.tongban.filing.unit.YearFigures;

/** Gathers what a submission is judged by. */
@Singleton
class Submissions {
    static final String CATEGORIES = "product-category";

    private final YearFigures figures;
    private final UnitPatents patents;
    private final ReferenceSets sets;
    private final BusinessClock clock;

    Submissions(YearFigures figures, UnitPatents patents, ReferenceSets sets, BusinessClock clock) {
        this.figures = figures;
        this.patents = patents;
        this.sets = sets;
        this.clock = clock;
    }

    Submission of(Product product, Organisation organisation) {
        return of(product, organisation, DataYears.on(clock.today()));
    }

    /** The same for the figures of a year that a round names (PF-40). */
    Submission of(Product product, Organisation organisation, int dataYear) {
        var today = clock.today();
        var document = Documents.read(product.product());
        var linked = Documents.read(product.patents());
        var held = patents.find(product.unit(), Submission.linkedIds(linked)).stream()
                .collect(Collectors.toMap(UnitPatent::id, Function.identity()));
        return new Submission(
                document,
                linked,
                Documents.read(product.evidence()),
                dataYear,
                Optional.ofNullable(product.figuresYear()),
                sets.find(CATEGORIES, document.path("categoryCode").asText()),
                figures.of(product.unit(), dataYear),
                held,
                names(organisation),
                today);
    }

    private static Set<String> names(Organisation organisation) {
        return Stream.concat(Stream.of(organisation.name()), organisation.formerNames().stream())
                .map(Folding::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The linked patents as they stood at submission, for the reviewer. */
    static List<Map<String, Object>> facts(Submission submission) {
        return submission.links().stream()
                .flatMap(link -> submission.patent(link).stream())
                .map(patent -> Map.<String, Object>of(
                        "id", patent.id().toString(),
                        "patentNumber", patent.number(),
                        "title", patent.title(),
                        "kind", PatentWords.code(patent.kind()),
                        "holders", patent.holders(),
                        "acquisition", PatentWords.code(patent.acquisition()),
                        "legalStatus", PatentWords.code(patent.legalStatus()),
                        "expiresOn", patent.expiresOn().toString(),
                        "verified", patent.verified()))
                .toList();
    }
}
