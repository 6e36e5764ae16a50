package org.tongban.core.module;

import java.util.List;
import java.util.Set;
import org.tongban.core.account.AccountClosed;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.AccountRealm.LoginIdentifier;
import org.tongban.core.account.AccountTakenOver;
import org.tongban.core.account.PasswordRule;
import org.tongban.core.account.PasswordRule.CharacterClass;
import org.tongban.core.account.Permission;
import org.tongban.core.account.StaffRole;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.calendar.HolidaysChanged;
import org.tongban.core.code.CodePurposes;
import org.tongban.core.event.EventType;
import org.tongban.core.file.FileMove;
import org.tongban.core.file.FileSlot;
import org.tongban.core.file.FileType;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.state.StateMachine;
import org.tongban.core.task.JobType;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.web.ErrorCode;

/** What the platform itself declares, by the same means as any module. */
public final class CoreModule implements PlatformModule {
    /** Runs the installation: jobs, tasks, modules. */
    public static final String OPERATE = "platform:operate";

    /** Imports registries and reference data. */
    public static final String IMPORT = "platform:import";

    /** Administers the accounts of staff. */
    public static final String STAFF = "platform:staff";

    /** Publishes agreements, downloads and contacts. */
    public static final String PUBLISH = "platform:publish";

    /** Administers clients of OAuth. */
    public static final String CLIENTS = "platform:clients";

    /** Has events told to addresses outside: a portal's, which is a client, or operators (CO-51). */
    public static final String WEBHOOKS = "platform:webhooks";

    /** Gives the results of face verifications: an app's, which is a client. */
    public static final String FACE = "platform:face";

    /** Helps the holders of accounts: decides who gets another phone. */
    public static final String ACCOUNTS = "platform:accounts";

    /** Reads the audit trail, gives it out and checks it. */
    public static final String AUDIT = "platform:audit";

    /** Writes notices, and publishes those of others. */
    public static final String NOTICES = "platform:notices";

    /** The slot of their files. */
    public static final String NOTICE_FILES = "platform/notice";

    /** The slot of what staff publish. */
    public static final String CONTENT = "platform/content";

    /** What handing on the cases of others needs, beside the permission to review them (CO-46). */
    public static final String MANAGE_REVIEWS = "platform:manage-reviews";

    /** The form by which a re-examination is asked for (CO-46d). */
    public static final String RE_EXAMINATION_FORM = "platform/re-examination@1";

    /** The form by which another phone is asked for (CO-24b, Fields 10). */
    public static final String LOST_PHONE_FORM = "platform/lost-phone@1";

    /** The slot of what proves whose an account is. */
    public static final String ACCOUNT_PROOF = "platform/account-proof";

    /** The review by the first officer of who asks for another phone. */
    public static final String LOST_PHONE = "platform.lost-phone";

    /** The one by the second. */
    public static final String LOST_PHONE_CONFIRMATION = "platform.lost-phone-confirmation";

    /** Whoever gives rights is a person: no client may be granted these (CO-27). */
    public static final Set<String> FOR_ACCOUNTS_ALONE = Set.of(CLIENTS, STAFF, ACCOUNTS);

    private static final long MEGABYTE = 1_048_576;

    @Override
    public List<Setting> settings() {
        return CoreSettings.ALL;
    }

    @Override
    public List<AccountRealm> realms() {
        return List.of(new AccountRealm(
                "staff",
                new Title("工作人员", "Staff"),
                Set.of(LoginIdentifier.USERNAME),
                new PasswordRule(
                        12,
                        64,
                        Set.of(
                                CharacterClass.DIGIT,
                                CharacterClass.UPPER,
                                CharacterClass.LOWER,
                                CharacterClass.SPECIAL),
                        3),
                Set.of()));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(OPERATE, new Title("运行管理", "Operate the platform")),
                new Permission(IMPORT, new Title("导入登记数据", "Import registries")).ofWholeCountry(),
                new Permission(STAFF, new Title("管理工作人员", "Administer staff")),
                new Permission(ACCOUNTS, new Title("处理账号申诉", "Help the holders of accounts")).ofWholeCountry(),
                new Permission(PUBLISH, new Title("发布协议、下载和联系方式", "Publish agreements, downloads, contacts"))
                        .ofWholeCountry(),
                new Permission(NOTICES, new Title("撰写和发布公告", "Write and publish notices")).ofWholeCountry(),
                new Permission(FACE, new Title("提交人脸核验结果", "Give results of faces")).ofWholeCountry(),
                new Permission(WEBHOOKS, new Title("管理事件通知", "Administer webhooks")).ofWholeCountry(),
                new Permission(CLIENTS, new Title("管理客户端", "Administer clients")).ofWholeCountry(),
                new Permission(AUDIT, new Title("查阅审计记录", "Read the audit trail")).ofWholeCountry(),
                new Permission(MANAGE_REVIEWS, new Title("分派审核案件", "Hand on cases under review")));
    }

    @Override
    public List<StaffRole> roles() {
        return List.of(
                new StaffRole(
                        "platform-administrator",
                        new Title("平台管理员", "Platform administrator"),
                        Set.of(OPERATE, IMPORT, STAFF, ACCOUNTS, PUBLISH, NOTICES, CLIENTS, WEBHOOKS)),
                new StaffRole("auditor", new Title("审计员", "Auditor"), Set.of(AUDIT)),
                new StaffRole("notice-editor", new Title("公告编辑", "Editor of notices"), Set.of(NOTICES)),
                new StaffRole("account-officer", new Title("账号专员", "Officer for accounts"), Set.of(ACCOUNTS)),
                new StaffRole("review-manager", new Title("审核管理员", "Manager of reviews"), Set.of(MANAGE_REVIEWS)));
    }

    @Override
    public List<FileSlot> fileSlots() {
        return List.of(
                new FileSlot(
                        "platform/csv-import",
                        new Title("CSV 导入", "CSV import"),
                        Set.of(FileType.CSV),
                        512 * MEGABYTE,
                        1,
                        IMPORT),
                new FileSlot(
                                ACCOUNT_PROOF,
                                new Title("账号归属证明", "Proof of whose an account is"),
                                Set.of(FileType.JPEG, FileType.PNG, FileType.PDF),
                                5 * MEGABYTE,
                                3)
                        .withProofOf(CodePurposes.LOST_PHONE)
                        .withIdentityDocuments(),
                new FileSlot(
                        CONTENT,
                        new Title("发布内容", "Published content"),
                        Set.of(
                                FileType.PDF,
                                FileType.DOC,
                                FileType.DOCX,
                                FileType.XLS,
                                FileType.XLSX,
                                FileType.JPEG,
                                FileType.PNG),
                        20 * MEGABYTE,
                        5,
                        PUBLISH),
                new FileSlot(
                        NOTICE_FILES,
                        new Title("公告附件", "Files of notices"),
                        Set.of(
                                FileType.PDF,
                                FileType.DOC,
                                FileType.DOCX,
                                FileType.XLS,
                                FileType.XLSX,
                                FileType.JPEG,
                                FileType.PNG),
                        20 * MEGABYTE,
                        5,
                        NOTICES),
                new FileSlot("platform/pdf-20", new Title("证明文件", "Proofs"), Set.of(FileType.PDF), 20 * MEGABYTE, 5));
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(
                new FormDefinition(LOST_PHONE_FORM, new Title("手机号停用申诉", "A lost phone")),
                new FormDefinition(RE_EXAMINATION_FORM, new Title("复核申请", "Request for re-examination")));
    }

    @Override
    public List<ReviewType> reviewTypes() {
        return List.of(
                new ReviewType(
                                LOST_PHONE,
                                new Title("手机号停用申诉", "Lost phone"),
                                ACCOUNTS,
                                Set.of(Decision.REJECT),
                                3,
                                "SJ",
                                List.of())
                        .withOwnMessages(),
                new ReviewType(
                                LOST_PHONE_CONFIRMATION,
                                new Title("手机号停用申诉复核", "Lost phone, confirmation"),
                                ACCOUNTS,
                                Set.of(Decision.REJECT),
                                3,
                                "SF",
                                List.of())
                        .withOwnMessages());
    }

    @Override
    public List<MessageTemplate> messages() {
        return CoreMessages.ALL;
    }

    @Override
    public List<ConsoleSection> consoleSections() {
        return CoreSections.all();
    }

    @Override
    public List<StateMachine> stateMachines() {
        return List.of(FileMove.machine());
    }

    @Override
    public List<AuditAction> auditActions() {
        return CoreActions.ALL;
    }

    @Override
    public List<TaskDeclaration> tasks() {
        return CoreTasks.ALL;
    }

    @Override
    public List<JobType> jobs() {
        return List.of(
                new JobType("platform.patent-registry-import", new Title("专利登记簿导入", "Import of the patent registry")),
                new JobType(
                        "platform.business-registry-import", new Title("工商登记导入", "Import of the business registry")));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventType("platform.holidays-changed", HolidaysChanged.class),
                new EventType("platform.account-closed", AccountClosed.class),
                new EventType("platform.account-taken-over", AccountTakenOver.class));
    }

    @Override
    public List<? extends ErrorCode> errors() {
        return CoreErrors.ALL;
    }
}
