package org.tongban.trial;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.AccountRealm.LoginIdentifier;
import org.tongban.core.account.AccountRealm.PersonalData;
import org.tongban.core.account.AccountRealm.UsernameRule;
import org.tongban.core.account.Agreement;
import org.tongban.core.account.PasswordRule;
import org.tongban.core.account.PasswordRule.CharacterClass;
import org.tongban.core.account.Permission;
import org.tongban.core.account.StaffRole;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.download.Download;
import org.tongban.core.event.EventType;
import org.tongban.core.file.FileSlot;
import org.tongban.core.file.FileType;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.task.JobType;
import org.tongban.core.task.TaskDeclaration;

/** What the trial module declares. */
public final class TrialModule implements PlatformModule {
    /** The realm whose accounts write notes. */
    public static final String REALM = "trial";

    /** The realm whose accounts sign in by phone and e-mail too. */
    public static final String REACHABLE = "trial-reachable";

    /** The realm that asks for a captcha before each password. */
    public static final String GUARDED = "trial-guarded";

    /** The realm whose accounts accept {@link #ENTRY_TERMS}. */
    public static final String GATED = "trial-gated";

    /** The agreement of that realm. */
    public static final String ENTRY_TERMS = "trial.entry-terms";

    /** A role of staff that reviews notes. */
    public static final String REVIEWER = "filing-reviewer";

    /** A role of staff that writes notes and reviews them. */
    public static final String WRITING_REVIEWER = "trial-writing-reviewer";

    /** A role of staff that reviews what is no note. */
    public static final String OTHER_REVIEWER = "trial-other-reviewer";

    /** The size of the largest picture of a note, in bytes. */
    public static final int MOST_BYTES = 4096;

    /** The last day of drafts of the first survey. */
    public static final LocalDate LAST_OF_THE_FIRST = LocalDate.of(2026, 12, 31);

    /** The type of cases that pass two steps. */
    public static final String STAGED = "trial.staged";

    /** A role of staff that reviews notes and what is no note. */
    public static final String EVERY_REVIEWER = "trial-every-reviewer";

    /** A role of staff that, with the platform's permission, writes this module's notices. */
    public static final String NOTICE_WRITER = "trial-notice-writer";

    /** The form of a note as it is submitted. */
    public static final String NOTE_FORM = "trial/note@1";

    static final String OWN = "trial:own";
    static final String REVIEW = "trial:review";
    static final String NOTICES = "trial:notices";
    static final String REVIEW_OTHER = "trial:review-other";

    @Override
    public List<FormDefinition> forms() {
        var title = new Title("问卷", "Survey");
        return List.of(
                new FormDefinition(NOTE_FORM, new Title("记录", "Note")),
                new FormDefinition("trial/survey@1", title),
                new FormDefinition("trial/survey@2", title)
                        .withUpgrade(survey -> survey)
                        .withOlderDraftsUntil(LAST_OF_THE_FIRST));
    }

    @Override
    public List<AccountRealm> realms() {
        var passwords = new PasswordRule(8, 64, Set.of(CharacterClass.DIGIT, CharacterClass.LETTER), 2);
        return List.of(
                new AccountRealm(
                        REALM,
                        new Title("试验用户", "Trial users"),
                        Set.of(LoginIdentifier.USERNAME),
                        passwords,
                        Set.of(OWN)),
                new AccountRealm(
                                GUARDED,
                                new Title("须图形验证的用户", "Users behind a captcha"),
                                Set.of(LoginIdentifier.USERNAME),
                                passwords,
                                Set.of(OWN))
                        .withCaptchaAtSignIn(),
                new AccountRealm(
                                GATED,
                                new Title("须同意协议的用户", "Users behind an agreement"),
                                Set.of(LoginIdentifier.USERNAME),
                                passwords,
                                Set.of(OWN))
                        .withAgreements(ENTRY_TERMS)
                        .withPersonalData(PersonalData.REFUSED),
                new AccountRealm(
                                REACHABLE,
                                new Title("有联系方式的用户", "Users with a phone"),
                                Set.of(LoginIdentifier.USERNAME, LoginIdentifier.PHONE, LoginIdentifier.EMAIL),
                                passwords,
                                Set.of(OWN))
                        .withUsernameRule(new UsernameRule(
                                "(?!\\d+$)[\\p{IsHan}A-Za-z0-9]{4,40}",
                                new Title("4至40个汉字、字母或数字，不能全为数字", "4 to 40 Han characters, letters or digits"))));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(OWN, new Title("本人记录", "Own notes")),
                new Permission(NOTICES, new Title("本模块公告", "Notices of this module")),
                new Permission(REVIEW, new Title("审核记录", "Review notes")),
                new Permission(REVIEW_OTHER, new Title("审核其他", "Review others")));
    }

    @Override
    public List<StaffRole> roles() {
        return List.of(
                new StaffRole(NOTICE_WRITER, new Title("公告撰写", "Writer of notices"), Set.of(NOTICES)),
                new StaffRole(REVIEWER, new Title("审核员", "Reviewer"), Set.of(REVIEW)),
                new StaffRole(WRITING_REVIEWER, new Title("兼职审核员", "Writing reviewer"), Set.of(OWN, REVIEW)),
                new StaffRole(OTHER_REVIEWER, new Title("其他审核员", "Other reviewer"), Set.of(REVIEW_OTHER)),
                new StaffRole(EVERY_REVIEWER, new Title("全部审核员", "Every reviewer"), Set.of(REVIEW, REVIEW_OTHER)));
    }

    @Override
    public List<FileSlot> fileSlots() {
        return List.of(
                new FileSlot(
                        "trial/picture", new Title("图片", "Picture"), Set.of(FileType.PNG, FileType.PDF), MOST_BYTES, 1),
                new FileSlot(
                                "trial/photo",
                                new Title("照片", "Photo"),
                                Set.of(FileType.JPEG, FileType.PNG, FileType.BMP),
                                2 << 20,
                                1)
                        .withPixels(295, 413),
                new FileSlot(
                        "trial/attachment",
                        new Title("附件", "Attachment"),
                        EnumSet.complementOf(EnumSet.of(FileType.CSV, FileType.XML)),
                        50 << 20,
                        1));
    }

    @Override
    public List<ReviewType> reviewTypes() {
        return List.of(
                new ReviewType(
                                "trial.note",
                                new Title("记录审核", "Review of a note"),
                                REVIEW,
                                Set.of(Decision.RETURN, Decision.REJECT),
                                5,
                                "TN",
                                List.of(new ReviewType.ChecklistItem("legible", new Title("清晰", "Legible"))))
                        .withWithdrawal()
                        .withReexamination(Decision.REJECT),
                new ReviewType(
                                STAGED,
                                new Title("两级审核", "Review in two steps"),
                                REVIEW,
                                Set.of(Decision.RETURN, Decision.REJECT),
                                5,
                                "TS",
                                List.of())
                        .withSteps(
                                new ReviewType.Step("province", new Title("省级审核", "Province"), REVIEW),
                                new ReviewType.Step("nation", new Title("国家级审核", "Nation"), REVIEW_OTHER)
                                        .ofWholeCountry()
                                        .dueIn(7))
                        .withWithdrawal()
                        .withReexamination(Decision.APPROVE, Decision.REJECT),
                new ReviewType(
                        "trial.other",
                        new Title("其他审核", "Review of others"),
                        REVIEW_OTHER,
                        Set.of(Decision.REJECT),
                        5,
                        "TO",
                        List.of()));
    }

    @Override
    public List<MessageTemplate> messages() {
        return List.of(new MessageTemplate("trial.submitted", "记录{name}已提交，编号{number}。")
                .inEnglish("The note {name} was submitted under {number}."));
    }

    @Override
    public List<Agreement> agreements() {
        return List.of(
                new Agreement(ENTRY_TERMS, new Title("入驻条款", "Terms of entry")),
                new Agreement("trial.terms", new Title("试验条款", "Terms of the trial")),
                new Agreement("trial.privacy", new Title("隐私说明", "Privacy notice")),
                new Agreement("trial.charter", new Title("章程", "Charter")),
                new Agreement("trial.rules", new Title("规则", "Rules")),
                new Agreement("trial.parallel", new Title("并行", "In parallel")),
                new Agreement("trial.short-lived", new Title("短期协议", "Short-lived")),
                new Agreement("trial.again", new Title("再次同意", "To be accepted again")),
                new Agreement("trial.unpublished", new Title("未发布的协议", "Not published")));
    }

    @Override
    public List<Download> downloads() {
        return List.of(
                new Download("trial/blank", new Title("空白表", "Blank")),
                new Download("trial/table", new Title("费率表", "Table of rates")),
                new Download("trial/guide", new Title("使用指南", "Guide")));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("trial.note.create", new Title("新建记录", "Create a note")),
                new AuditAction("trial.note.save", new Title("保存记录", "Save a note")),
                new AuditAction("trial.note.submit", new Title("提交记录", "Submit a note")),
                new AuditAction("trial.note.break", new Title("出错", "Fail")),
                new AuditAction("trial.survey.save", new Title("保存问卷", "Save a survey")),
                new AuditAction("trial.counting.start", new Title("计数", "Count")));
    }

    @Override
    public List<TaskDeclaration> tasks() {
        return List.of(
                new TaskDeclaration("trial.take-turns", new Title("轮次", "Turns"), Duration.ofMillis(500)),
                TaskDeclaration.daily("trial.close-day", new Title("日结", "Close the day"), LocalTime.of(1, 0)));
    }

    @Override
    public List<JobType> jobs() {
        return List.of(new JobType("trial.counting", new Title("计数", "Counting")));
    }

    @Override
    public List<EventType> events() {
        return List.of(new EventType("trial.note-submitted", NoteSubmitted.class));
    }

    @Override
    public List<PublicCollection> publicCollections() {
        return List.of(new PublicCollection("notes", new Title("记录", "Notes"), List.of()));
    }
}
