package org.tongban.identity.merge;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.merge.MergeViews.MergeRequest;
import org.tongban.identity.merge.MergeViews.MergeView;
import org.tongban.identity.person.People;
import org.tongban.identity.person.Person;

/** Persons have two accounts of theirs made one (ID-44). */
@Controller("/api/identity/v1/persons/me/merges")
class MergeController {
    private final AskForMerge askForMerge;
    private final MergeRepository merges;
    private final People people;

    MergeController(AskForMerge askForMerge, MergeRepository merges, People people) {
        this.askForMerge = askForMerge;
        this.merges = merges;
        this.people = people;
    }

    /** Has another account of the same person merged into the signed-in one, once an officer agrees. */
    @Status(HttpStatus.CREATED)
    @Post
    @Permitted(IdentityRealms.OWN_PERSON)
    @Write(action = "identity.person-merge.ask", idempotent = false)
    @Refuses({
        "not-found",
        "proof-refused",
        "merge-account-unknown",
        "merge-same-account",
        "merge-in-review",
        "merge-two-handlers",
        "id-expired"
    })
    HttpResponse<MergeView> askForMerge(
            Caller caller, @Parameter(hidden = true) Language language, @Body @Checked MergeRequest body) {
        return HttpResponse.created(MergeView.of(askForMerge.ask(caller, own(caller), body), language));
    }

    /** The merges that the signed-in person has asked for. */
    @Get
    @Permitted(IdentityRealms.OWN_PERSON)
    @Read
    @Refuses("not-found")
    PageOf<MergeView> listMerges(
            Caller caller,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        var person = own(caller).id();
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) -> merges.below(person, edge, most),
                (edge, most) -> merges.above(person, edge, most),
                PersonMerge::id,
                merge -> MergeView.of(merge, language));
    }

    private Person own(Caller caller) {
        return Optional.ofNullable(caller.person())
                .flatMap(people::find)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }
}
