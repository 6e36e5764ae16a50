package org.tongban.identity.verification;

import java.util.EnumSet;
import java.util.List;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.review.ReviewType.ChecklistItem;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.organisation.RegisterOrganisation;

/** What the module declares of organisations that officers look at in the registry's place. */
public final class VerificationPart implements PlatformModule {
    static final String PASSED = "identity.manual-passed";
    static final String REJECTED = "identity.organisation-rejected";

    private static final int DUE_WORKING_DAYS = 3;

    @Override
    public List<ReviewType> reviewTypes() {
        return List.of(new ReviewType(
                        RegisterOrganisation.REVIEW,
                        new Title("法人注册人工审核", "Review of an organisation's registration"),
                        IdentityModule.REVIEW,
                        EnumSet.of(Decision.APPROVE, Decision.REJECT),
                        DUE_WORKING_DAYS,
                        "FZ",
                        List.of(
                                new ChecklistItem(
                                        "registered", new Title("与登记机关公示信息一致", "As the registrar has published it")),
                                new ChecklistItem(
                                        "representative",
                                        new Title("法定代表人一致", "The representative is the registered one"))))
                .withOwnMessages());
    }

    @Override
    public List<MessageTemplate> messages() {
        return List.of(new MessageTemplate(REJECTED, "您提交的法人注册信息未通过审核：{reason}。账号已注销，可重新注册。"));
    }
}
