package org.tongban.core.module;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.AccountRealm.LoginIdentifier;
import org.tongban.core.account.PasswordRule;
import org.tongban.core.account.PasswordRule.CharacterClass;
import org.tongban.core.account.Permission;
import org.tongban.core.account.StaffRole;
import org.tongban.core.agreement.AgreementError;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.audit.trail.AuditError;
import org.tongban.core.calendar.CalendarError;
import org.tongban.core.calendar.HolidaysChanged;
import org.tongban.core.captcha.CaptchaError;
import org.tongban.core.client.ClientError;
import org.tongban.core.code.CodeError;
import org.tongban.core.code.CodePurposes;
import org.tongban.core.console.ConsoleError;
import org.tongban.core.document.DocumentError;
import org.tongban.core.download.DownloadError;
import org.tongban.core.event.EventError;
import org.tongban.core.event.EventType;
import org.tongban.core.external.ExternalError;
import org.tongban.core.face.FaceError;
import org.tongban.core.file.FileError;
import org.tongban.core.file.FileMove;
import org.tongban.core.file.FileSlot;
import org.tongban.core.file.FileType;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.lostphone.LostPhoneError;
import org.tongban.core.message.MessageError;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.notice.NoticeError;
import org.tongban.core.reference.ReferenceError;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewError;
import org.tongban.core.review.ReviewType;
import org.tongban.core.staff.StaffError;
import org.tongban.core.state.StateMachine;
import org.tongban.core.task.JobType;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.task.TaskError;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.ErrorCode;
import org.tongban.core.webhook.WebhookError;

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
    public List<StateMachine> stateMachines() {
        return List.of(FileMove.machine());
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("platform.session.create", new Title("登录", "Sign in")),
                new AuditAction("platform.session.refresh", new Title("续期登录", "Refresh a session")),
                new AuditAction("platform.session.end", new Title("退出登录", "Sign out")),
                new AuditAction("platform.session.send-code", new Title("发送登录验证码", "Send a code to sign in by")),
                new AuditAction("platform.password.change", new Title("修改密码", "Change the password")),
                new AuditAction("platform.staff.create", new Title("新建工作人员", "Create an account of staff")),
                new AuditAction("platform.staff.give-password", new Title("发放初始密码", "Give an initial password")),
                new AuditAction("platform.staff.assign-roles", new Title("分配角色", "Assign roles")),
                new AuditAction("platform.staff.assign-region", new Title("分配地区", "Assign a region")),
                new AuditAction("platform.staff.disable", new Title("停用工作人员", "Disable an account of staff")),
                new AuditAction("platform.staff.enable", new Title("启用工作人员", "Enable an account of staff")),
                new AuditAction("platform.password.forget", new Title("申请重置密码", "Ask for a password reset")),
                new AuditAction("platform.password.reset", new Title("重置密码", "Reset the password")),
                new AuditAction("platform.account.change-phone", new Title("修改手机号", "Change the phone")),
                new AuditAction("platform.lost-phone.ask", new Title("申请更换停用手机号", "Ask for another phone")),
                new AuditAction("platform.lost-phone.stop", new Title("停止更换手机号", "Stop a change of the phone")),
                new AuditAction("platform.account.change-email", new Title("修改邮箱", "Change the e-mail address")),
                new AuditAction("platform.account.close", new Title("注销账号", "Close the account")),
                new AuditAction("platform.audit.search", new Title("查询审计记录", "Search the audit trail")),
                new AuditAction("platform.audit.export", new Title("导出审计记录", "Export the audit trail")),
                new AuditAction("platform.audit.verify", new Title("校验审计记录", "Check the audit trail")),
                new AuditAction("platform.captcha.create", new Title("生成图形验证码", "Make a captcha")),
                new AuditAction("platform.code.send", new Title("发送验证码", "Send a code")),
                new AuditAction("platform.code.verify", new Title("核验验证码", "Verify a code")),
                new AuditAction("platform.agreement.publish", new Title("发布协议", "Publish an agreement")),
                new AuditAction("platform.agreement.withdraw", new Title("撤回协议", "Withdraw an agreement")),
                new AuditAction("platform.agreement.accept", new Title("同意协议", "Accept agreements")),
                new AuditAction("platform.client.create", new Title("新建客户端", "Create a client")),
                new AuditAction("platform.client.change", new Title("修改客户端", "Change a client")),
                new AuditAction("platform.client.renew-secret", new Title("更换客户端口令", "Renew a client's secret")),
                new AuditAction("platform.client.disable", new Title("停用客户端", "Disable a client")),
                new AuditAction("platform.client.enable", new Title("启用客户端", "Enable a client")),
                new AuditAction("platform.client.token", new Title("客户端获取令牌", "Give a client a token")),
                new AuditAction("platform.client.revoke", new Title("客户端撤销令牌", "End a client's token")),
                new AuditAction("platform.webhook.create", new Title("登记通知地址", "Register a webhook")),
                new AuditAction("platform.webhook.change", new Title("修改通知地址", "Change a webhook")),
                new AuditAction("platform.webhook.renew-secret", new Title("更换通知密钥", "Renew a webhook's secret")),
                new AuditAction("platform.webhook.disable", new Title("停用通知地址", "Disable a webhook")),
                new AuditAction("platform.webhook.enable", new Title("启用通知地址", "Enable a webhook")),
                new AuditAction("platform.webhook.delete", new Title("删除通知地址", "Delete a webhook")),
                new AuditAction("platform.webhook.redeliver", new Title("重新投递通知", "Tell a webhook again")),
                new AuditAction("platform.download.publish", new Title("发布下载文件", "Publish a download")),
                new AuditAction("platform.download.withdraw", new Title("撤回下载文件", "Withdraw a download")),
                new AuditAction("platform.notice.write", new Title("撰写公告", "Write a notice")),
                new AuditAction("platform.notice.change", new Title("修改公告", "Change a notice")),
                new AuditAction("platform.notice.publish", new Title("发布公告", "Publish a notice")),
                new AuditAction("platform.notice.withdraw", new Title("撤回公告", "Withdraw a notice")),
                new AuditAction("platform.contact.change", new Title("修改联系方式", "Change a contact")),
                new AuditAction("platform.calendar.change", new Title("修改放假安排", "Change public holidays")),
                new AuditAction("platform.calendar.import", new Title("导入放假安排", "Import public holidays")),
                new AuditAction(
                        "platform.irregular-prefixes.change", new Title("修改特殊代码前缀", "Change irregular prefixes")),
                new AuditAction("platform.credit-code.check", new Title("核对信用代码", "Check a credit code")),
                new AuditAction("platform.face.start", new Title("发起人脸核验", "Start a face verification")),
                new AuditAction("platform.face.result", new Title("接收人脸核验结果", "Take the result of a face")),
                new AuditAction("platform.clock.move", new Title("移动业务时间", "Move business time")),
                new AuditAction("platform.clock.reset", new Title("恢复业务时间", "Take business time back to real time")),
                new AuditAction("platform.file.upload", new Title("上传文件", "Upload a file")),
                new AuditAction("platform.file.read-identity", new Title("查看证件影像", "See an identity document")),
                new AuditAction("platform.file.link", new Title("获取文件下载地址", "Get a file's address")),
                new AuditAction("platform.patent-registry.import", new Title("导入专利登记簿", "Import the patent registry")),
                new AuditAction(
                        "platform.business-registry.import", new Title("导入工商登记", "Import the business registry")),
                new AuditAction("platform.task.run", new Title("立即运行定时任务", "Run a task at once")),
                new AuditAction("platform.event.replay", new Title("重新投递事件", "Deliver an event again")),
                new AuditAction("platform.event.skip", new Title("放弃事件", "Give an event up")),
                new AuditAction("platform.job.cancel", new Title("取消任务", "Cancel a job")),
                new AuditAction("platform.job.retry", new Title("重试任务", "Retry a job")),
                new AuditAction("platform.reference.import", new Title("导入参照表", "Import a reference set")),
                new AuditAction("platform.message.read", new Title("阅读消息", "Read messages")),
                new AuditAction("platform.message.retry", new Title("重发消息", "Send a message again")),
                new AuditAction("platform.message.discard", new Title("放弃消息", "Give a message up")),
                new AuditAction("platform.message.receipt", new Title("接收短信回执", "Take receipts of messages")),
                new AuditAction("platform.review.claim", new Title("认领案件", "Claim a case")),
                new AuditAction("platform.review.release", new Title("释放案件", "Release a case")),
                new AuditAction("platform.review.decide", new Title("审核决定", "Decide a case")),
                new AuditAction("platform.review.reassign", new Title("转交案件", "Hand a case on")),
                new AuditAction("platform.review.note", new Title("内部备注", "Note something on a case")),
                new AuditAction("platform.review.answer-withdrawal", new Title("答复撤回申请", "Answer a withdrawal")),
                new AuditAction("platform.review.propose-correction", new Title("提出勘误", "Propose a correction")),
                new AuditAction("platform.case.withdraw", new Title("撤回申请", "Withdraw a submission")),
                new AuditAction("platform.case.ask-withdrawal", new Title("申请撤回", "Ask for a withdrawal")),
                new AuditAction("platform.case.ask-re-examination", new Title("申请复核", "Ask for a re-examination")));
    }

    @Override
    public List<TaskDeclaration> tasks() {
        return List.of(
                new TaskDeclaration(
                        "platform.delete-unattached-files",
                        new Title("清理未使用文件", "Delete unattached files"),
                        Duration.ofHours(1)),
                new TaskDeclaration(
                        "platform.scan-quarantined-files",
                        new Title("检查隔离文件", "Scan quarantined files"),
                        Duration.ofMinutes(1)),
                new TaskDeclaration(
                        "platform.expire-drafts", new Title("清理过期草稿", "Expire drafts"), Duration.ofHours(1)),
                new TaskDeclaration(
                        "platform.rotate-keys", new Title("轮换签名密钥", "Rotate signing keys"), Duration.ofHours(6)),
                new TaskDeclaration(
                        "platform.reseal",
                        new Title("换用新主密钥", "Seal under the present master key"),
                        Duration.ofHours(1)),
                new TaskDeclaration(
                        "platform.purge-sessions", new Title("清理过期会话", "Purge ended sessions"), Duration.ofHours(1)),
                new TaskDeclaration(
                        "platform.apply-lost-phones",
                        new Title("更换停用手机号", "Change lost phones"),
                        Duration.ofMinutes(1)),
                new TaskDeclaration(
                        "platform.revive-jobs", new Title("恢复停滞的任务", "Revive stuck jobs"), Duration.ofMinutes(1)),
                new TaskDeclaration(
                        "platform.purge-captchas", new Title("清理图形验证码", "Purge captchas"), Duration.ofMinutes(10)),
                new TaskDeclaration(
                        "platform.purge-codes", new Title("清理过期验证码", "Purge ended codes"), Duration.ofHours(1)),
                new TaskDeclaration(
                        "platform.purge-faces", new Title("清理人脸核验", "Purge face verifications"), Duration.ofHours(1)),
                new TaskDeclaration(
                        "platform.forget-assertions", new Title("清理客户端断言", "Forget assertions"), Duration.ofHours(1)),
                new TaskDeclaration(
                        "platform.dispatch-messages", new Title("发送消息", "Dispatch messages"), Duration.ofSeconds(1)),
                new TaskDeclaration(
                        "platform.purge-messages", new Title("清理过期消息", "Purge old messages"), Duration.ofHours(1)),
                new TaskDeclaration(
                        "platform.deliver-events", new Title("投递事件", "Deliver events"), Duration.ofSeconds(1)),
                new TaskDeclaration(
                        "platform.seal-audit", new Title("封存审计记录", "Seal audit records"), Duration.ofMinutes(1)),
                new TaskDeclaration(
                        "platform.anchor-audit", new Title("签名审计链", "Anchor the audit trail"), Duration.ofMinutes(10)),
                new TaskDeclaration(
                        "platform.deliver-webhooks", new Title("投递事件通知", "Call webhooks"), Duration.ofSeconds(1)),
                new TaskDeclaration(
                        "platform.purge-webhook-deliveries",
                        new Title("清理通知日志", "Purge the log of webhooks"),
                        Duration.ofHours(1)),
                new TaskDeclaration(
                        "platform.purge-task-runs",
                        new Title("清理定时任务日志", "Purge the log of tasks"),
                        Duration.ofHours(1)),
                new TaskDeclaration(
                        "platform.forget-answers", new Title("清理幂等记录", "Forget stored answers"), Duration.ofHours(1)));
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
        return List.of(new EventType("platform.holidays-changed", HolidaysChanged.class));
    }

    @Override
    public List<? extends ErrorCode> errors() {
        return Stream.of(
                        CoreError.values(),
                        AccountError.values(),
                        AuditError.values(),
                        CaptchaError.values(),
                        CodeError.values(),
                        AgreementError.values(),
                        CalendarError.values(),
                        DocumentError.values(),
                        DownloadError.values(),
                        EventError.values(),
                        ClientError.values(),
                        ExternalError.values(),
                        FaceError.values(),
                        FileError.values(),
                        NoticeError.values(),
                        ReferenceError.values(),
                        ReviewError.values(),
                        TaskError.values(),
                        StaffError.values(),
                        MessageError.values(),
                        WebhookError.values(),
                        LostPhoneError.values(),
                        ConsoleError.values())
                .<ErrorCode>flatMap(Stream::of)
                .toList();
    }
}
