package org.tongban.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.Agreement;
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
import org.tongban.core.module.Setting;
import org.tongban.core.module.Title;
import org.tongban.core.review.ReviewType;
import org.tongban.core.state.StateMachine;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.web.ErrorCode;
import org.tongban.identity.application.ApplicationPart;
import org.tongban.identity.approval.ApprovalPart;
import org.tongban.identity.change.ChangePart;
import org.tongban.identity.credential.CredentialPart;
import org.tongban.identity.enrol.EnrolmentPart;
import org.tongban.identity.handler.HandlerPart;
import org.tongban.identity.manage.ManagePart;
import org.tongban.identity.manual.ManualPart;
import org.tongban.identity.merge.MergePart;
import org.tongban.identity.organisation.OrganisationPart;
import org.tongban.identity.person.PersonPart;
import org.tongban.identity.recovery.RecoveryPart;
import org.tongban.identity.renewal.RenewalPart;
import org.tongban.identity.user.UserPart;
import org.tongban.identity.verification.VerificationPart;

/** Declares the registry of persons, organisations and handlers (ID-1 to ID-44); each part says what is its own. */
public final class IdentityModule implements PlatformModule {
    /** The form by which a person registers (Fields 1.1). */
    public static final String PERSON_FORM = "identity/person@1";
    /** The form by which an organisation opens its account (Fields 1.2). */
    public static final String ORGANISATION_FORM = "identity/organisation@1";
    /** The form by which an organisation names its handler (Fields 1.3). */
    public static final String HANDLER_FORM = "identity/handler-link@1";

    /** The form by which a person renews the validity of its document (Fields 1.4). */
    public static final String RENEWAL_FORM = "identity/id-renewal@1";
    /** The form by which an organisation changes its data (Fields 1.4). */
    public static final String CHANGE_FORM = "identity/organisation-change@1";
    /** The form by which a forgotten account is found again (Fields 2.5). */
    public static final String RECOVERY_FORM = "identity/recover@1";
    /** What deciding on renewals and changes needs. */
    public static final String REVIEW = "identity:review";
    /** The review of a renewal (ID-2). */
    public static final String ID_RENEWAL = "identity.id-renewal";
    /** The review of a change (ID-8). */
    public static final String ORGANISATION_CHANGE = "identity.organisation-change";

    private static final long MEBIBYTE = 1024L * 1024;

    private static final List<PlatformModule> PARTS = List.of(
            new PersonPart(),
            new RenewalPart(),
            new OrganisationPart(),
            new VerificationPart(),
            new ChangePart(),
            new HandlerPart(),
            new EnrolmentPart(),
            new UserPart(),
            new ApplicationPart(),
            new ApprovalPart(),
            new ManagePart(),
            new CredentialPart(),
            new ManualPart(),
            new RecoveryPart(),
            new MergePart());

    private static <T> List<T> joined(Function<PlatformModule, List<T>> declared) {
        return PARTS.stream().map(declared).flatMap(List::stream).toList();
    }

    @Override
    public List<Setting> settings() {
        return joined(PlatformModule::settings);
    }

    @Override
    public List<AccountRealm> realms() {
        return IdentityRealms.declared();
    }

    @Override
    public List<StaffRole> roles() {
        return List.of(
                new StaffRole("identity-reviewer", new Title("身份信息审核员", "Reviewer of identities"), Set.of(REVIEW)));
    }

    @Override
    public List<ReviewType> reviewTypes() {
        return joined(PlatformModule::reviewTypes);
    }

    @Override
    public List<TaskDeclaration> tasks() {
        return joined(PlatformModule::tasks);
    }

    @Override
    public List<Permission> permissions() {
        return IdentityRealms.permissions();
    }

    @Override
    public List<Agreement> agreements() {
        return IdentityRealms.agreements();
    }

    @Override
    public List<AuditAction> auditActions() {
        return joined(PlatformModule::auditActions);
    }

    @Override
    public List<EventType> events() {
        return joined(PlatformModule::events);
    }

    @Override
    public List<StateMachine> stateMachines() {
        return joined(PlatformModule::stateMachines);
    }

    @Override
    public List<? extends ErrorCode> errors() {
        return List.of(IdentityError.values());
    }

    @Override
    public List<FormDefinition> forms() {
        return joined(PlatformModule::forms);
    }

    @Override
    public List<Download> downloads() {
        return List.of(new Download("identity/user-guide", new Title("注册和找回账号指南", "User guide")));
    }

    @Override
    public List<FileSlot> fileSlots() {
        var page = EnumSet.of(FileType.JPEG);
        var stamped = EnumSet.of(FileType.JPEG, FileType.PNG, FileType.PDF);
        var certificate = EnumSet.of(FileType.PNG, FileType.BMP, FileType.JPEG, FileType.PDF);
        return List.of(
                slot("certificate", new Title("证照", "Certificates"), certificate, 1),
                slot("incorporation-page", new Title("单位开业证书信息页", "Certificate of incorporation"), page, 1)
                        .withProofOf(IdentityRealms.HANDLER_REGISTER),
                slot("id-page", new Title("证件信息页", "Image of an ID"), page, 1)
                        .withProofOf(IdentityRealms.HANDLER_REGISTER)
                        .withIdentityDocuments(),
                slot("stamped-proof", new Title("盖章证明文件", "Stamped proofs"), stamped, 3)
                        .withProofOf(IdentityRealms.HANDLER_REGISTER));
    }

    private static FileSlot slot(String name, Title title, EnumSet<FileType> types, int most) {
        return new FileSlot("identity/" + name, title, types, 5 * MEBIBYTE, most);
    }

    @Override
    public List<MessageTemplate> messages() {
        return Stream.concat(IdentityMessages.ALL.stream(), joined(PlatformModule::messages).stream())
                .toList();
    }
}
