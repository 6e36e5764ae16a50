package org.tongban.core.reference;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.Optional;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;

/** Shows the reference sets to forms and to the public (CO-70). */
@Controller("/api/platform/v1/reference")
class ReferenceController {
    private final ReferenceSets sets;

    ReferenceController(ReferenceSets sets) {
        this.sets = sets;
    }

    /** A set's entries: all, those right below a code (none given: the top), those that a keyword finds. */
    @Get("/{set}")
    @Open
    @Read
    ReferenceView listReferenceEntries(
            String set, @QueryValue Optional<String> parent, @QueryValue Optional<String> q) {
        if (!sets.names().contains(set)) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return ReferenceView.of(sets.list(set, parent.orElse(null), q.orElse(null)));
    }
}
