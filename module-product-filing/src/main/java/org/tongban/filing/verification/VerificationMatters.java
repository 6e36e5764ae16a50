package org.tongban.filing.verification;

import org.tongban.core.module.Title;
import org.tongban.core.overview.Matter;
import org.tongban.core.overview.Matter.Acts;

/** Tells who applies where a verification stands (CO-39). */
final class VerificationMatters {
    private static final Title SUBMIT = new Title("填写并提交", "Fill in and submit");
    private static final Title CORRECT = new Title("修改后重新提交", "Correct and submit again");
    private static final Title DECIDE = new Title("审核", "Decide");
    private static final Title NOTHING = new Title("无需操作", "Nothing to do");

    private VerificationMatters() {}

    static Matter of(Verification found) {
        return switch (found.state()) {
            case DRAFT -> matter(found, Acts.APPLICANT, SUBMIT);
            case RETURNED -> matter(found, Acts.APPLICANT, CORRECT);
            case PENDING_REVIEW -> matter(found, Acts.REVIEWER, DECIDE);
            case VERIFIED -> matter(found, Acts.NOBODY, NOTHING);
        };
    }

    private static Matter matter(Verification found, Acts acts, Title nextAction) {
        return new Matter(
                VerificationFiles.record(found.id()),
                found.account(),
                found.realm(),
                found.kind().title().zh() + "：" + found.title(),
                null,
                found.state(),
                acts,
                nextAction,
                null,
                found.kind().link());
    }
}
