package org.tongban.core.reference;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongban.core.reference.ReferenceView.Question;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;

/** Shows the reference sets to forms and to the public (CO-70). */
@Controller("/api/platform/v1/reference")
class ReferenceController {
    private static final String TREE = "tree";

    private final ReferenceSets sets;

    ReferenceController(ReferenceSets sets) {
        this.sets = sets;
    }

    /** A set's entries: all, those below a code, those that a keyword finds; flat or as a tree. */
    @Get("/{set}")
    @Open
    @Read
    @Refuses("not-found")
    ReferenceView listReferenceEntries(
            String set,
            @Nullable @QueryValue @Schema(maxLength = 64) String parent,
            @Nullable @QueryValue @Schema(maxLength = 100) String q,
            @QueryValue(defaultValue = "flat") @Schema(pattern = "^(flat|tree)$") String view,
            @QueryValue(defaultValue = "false") boolean ended) {
        var known = sets.set(set).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        var question = new Question(parent, q, ended);
        return view.equals(TREE) ? ReferenceView.tree(known, question) : ReferenceView.flat(known, question);
    }
}
