package org.tongban.template.proposal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.template.TemplateProgrammeModule;

/** What was said about a proposal, for the organisation whose it is. */
@Controller(ProposalController.PATH + "/{id}/comments")
@Tag(name = "proposals")
class CommentController {
    private final CommentRepository comments;

    CommentController(CommentRepository comments) {
        this.comments = comments;
    }

    /** A comment; who wrote it is not known. */
    @Serdeable
    @Schema(name = "ProposalComment")
    record CommentView(String number, String text, Instant receivedAt) {
        static CommentView of(Comment comment) {
            return new CommentView(comment.number(), comment.text(), comment.receivedAt());
        }
    }

    @Get
    @Read(owner = ProposalOwnership.class)
    @Permitted(TemplateProgrammeModule.OWN)
    @Operation(summary = "List the comments on a proposal", description = "Newest first.")
    PageOf<CommentView> listProposalComments(
            UUID id,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) -> comments.below(id, edge, most),
                (edge, most) -> comments.above(id, edge, most),
                Comment::id,
                CommentView::of);
    }
}
