package org.tongban.core.review.cases;

import io.micronaut.context.annotation.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.core.module.Behaviour;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.overview.Matters;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.review.ReviewType;

/** What carries the decisions out, by type; the start stops where a declared type has none. */
@Context
public class ReviewHandlers {
    private final Map<String, ReviewHandler> byType;
    private final Matters matters;

    ReviewHandlers(ModuleRegistry modules, List<ReviewHandler> handlers, Matters matters) {
        Set<String> types = modules.reviewTypes().stream().map(ReviewType::id).collect(Collectors.toSet());
        this.byType = Behaviour.of("ReviewHandler", types, handlers, ReviewHandler::type);
        this.matters = matters;
    }

    /** The handler of a type. */
    public ReviewHandler of(String type) {
        return Objects.requireNonNull(byType.get(type), type);
    }

    /** Has the overview say where the record of a case stands, once the case has moved (CO-39). */
    public void tellOverview(ReviewCase moved) {
        Optional.ofNullable(byType.get(moved.type()))
                .flatMap(handler -> handler.matter(moved.subject()))
                .ifPresent(matters::put);
    }
}
