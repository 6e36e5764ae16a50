package org.tongban.template.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.form.Forms;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.template.TemplateProgrammeError;
import org.tongban.template.TemplateProgrammeModule;

/** Anybody's comment on an approved proposal: the portal draws the form and hands it in here (PO-4). */
@Singleton
class CommentByForm implements PublicForm.Handler {
    private static final String RECORD = "template-programme/comment";
    private static final String RECEIVED = "received";

    /** Some hundred random bits: nobody guesses one. */
    private static final int CODE_LENGTH = 20;

    private final ProposalRepository proposals;
    private final CommentRepository comments;
    private final Forms forms;
    private final Numbers numbers;
    private final AuditTrail audit;
    private final BusinessClock clock;

    CommentByForm(
            ProposalRepository proposals,
            CommentRepository comments,
            Forms forms,
            Numbers numbers,
            AuditTrail audit,
            BusinessClock clock) {
        this.proposals = proposals;
        this.comments = comments;
        this.forms = forms;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String form() {
        return TemplateProgrammeModule.COMMENT_FORM;
    }

    @Override
    public Optional<Title> open(UUID proposal) {
        return approved(proposal).map(each -> new Title("任何人都可以提出意见。", "Anybody may comment."));
    }

    /** What is not public may be commented on no more than if it did not exist. */
    private Optional<Proposal> approved(UUID id) {
        return proposals.ofId(id).filter(proposal -> proposal.state() == ProposalState.APPROVED);
    }

    @Override
    public PublicForm.Receipt submit(JsonNode document) {
        var typed = forms.normalise(form(), document);
        var violations = forms.submit(form()).check(typed);
        if (!violations.isEmpty()) {
            throw DomainException.of(TemplateProgrammeError.INCOMPLETE, violations);
        }
        var about = approved(UUID.fromString(typed.path("proposal").asText()))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        var id = Ids.next();
        var number = numbers.next("TP");
        var code = Folding.identifier(RandomToken.next()).substring(0, CODE_LENGTH);
        comments.add(id, about.id(), number, hash(code), typed.path("text").asText(), clock.now());
        audit.record(RECORD, id, Map.of("number", number, "about", about.id()));
        return new PublicForm.Receipt(number, code);
    }

    @Override
    public Optional<PublicForm.Progress> follow(String receiptNumber, String code, Language language) {
        return comments.ofCode(Folding.identifier(receiptNumber), hash(code))
                .map(comment -> new PublicForm.Progress(
                        comment.number(),
                        proposals.ofId(comment.proposal()).orElseThrow().text("name"),
                        RECEIVED,
                        new Title("已收到", "Received"),
                        new Title("申请单位可以看到您的意见。", "The organisation can read it."),
                        List.of(new PublicForm.Progress.Fact(
                                new Title("收到日期", "Received on"),
                                PublicRecord.date(comment.receivedAt()
                                        .atZone(BusinessClock.ZONE)
                                        .toLocalDate())))));
    }

    /** What is kept of a code, in whichever case it was typed. */
    private static byte[] hash(String code) {
        return RandomToken.hash(Folding.identifier(code));
    }
}
