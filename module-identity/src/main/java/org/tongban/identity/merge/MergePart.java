package org.tongban.identity.merge;

import java.util.EnumSet;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.event.EventType;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.review.ReviewType.ChecklistItem;
import org.tongban.core.state.StateMachine;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.PersonsMerged;

/** What the module declares of merges (ID-44). */
public final class MergePart implements PlatformModule {
    static final String REVIEW = "identity.person-merge";
    static final String RECORD = "identity/person-merge";
    static final String HOLD = "identity.person-merge";
    static final Title HELD = new Title("账号合并正在审核中", "A merge with another account is in review");
    static final String ASKED = "identity.merge-asked";
    static final String DONE = "identity.persons-merged";
    static final String REFUSED = "identity.merge-rejected";

    private static final int DUE_WORKING_DAYS = 3;

    @Override
    public List<ReviewType> reviewTypes() {
        return List.of(new ReviewType(
                REVIEW,
                new Title("账号合并审核", "Review of a merge of accounts"),
                IdentityModule.REVIEW,
                EnumSet.of(Decision.APPROVE, Decision.REJECT),
                DUE_WORKING_DAYS,
                "HB",
                List.of(
                        new ChecklistItem("same-person", new Title("两个账号属同一人", "Both accounts are one person's")),
                        new ChecklistItem("both-known", new Title("两个证件均已核对", "Both documents were compared")))));
    }

    @Override
    public List<StateMachine> stateMachines() {
        return List.of(new StateMachine(
                REVIEW,
                new Title("账号合并", "Merge of accounts"),
                MergeState.IN_REVIEW,
                List.of(MergeState.values()),
                List.of(MergeMove.values())));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("identity.person-merge.ask", new Title("申请合并账号", "Ask for a merge of accounts")));
    }

    @Override
    public List<MessageTemplate> messages() {
        return List.of(
                new MessageTemplate(ASKED, "手机号{phone}的自然人账号申请合并您的账号，正在审核。如非本人操作，请立即联系客服。"),
                new MessageTemplate(DONE, "您的账号已合并，今后请使用手机号{phone}登录自然人账号。"),
                new MessageTemplate(REFUSED, "合并您账号的申请未通过，您的账号不受影响。"));
    }

    @Override
    public List<EventType> events() {
        return List.of(new EventType("identity.persons-merged", PersonsMerged.class));
    }
}
