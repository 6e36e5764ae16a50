package org.tongban.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.AccountRealm.CodePurpose;
import org.tongban.core.account.AccountRealm.LoginIdentifier;
import org.tongban.core.account.AccountRealm.UsernameRule;
import org.tongban.core.account.Agreement;
import org.tongban.core.account.PasswordRule;
import org.tongban.core.account.PasswordRule.CharacterClass;
import org.tongban.core.account.Permission;
import org.tongban.core.module.Title;
import org.tongban.identity.credential.CredentialDeclarations;

/** Who signs in to the module, by what, and what they may do. */
public final class IdentityRealms {
    /** The realm of natural persons (ID-1). */
    public static final String PERSON = "person";
    /** The realm of organisation accounts (ID-5), and the channel of their handlers. */
    public static final String ORGANISATION = "organisation";
    /** The realm of handlers' accounts (ID-12), and their channel. */
    public static final String HANDLER = "handler";
    /** What a person may do with its own record. */
    public static final String OWN_PERSON = "identity:person";
    /** What an organisation's account may do with its own record. */
    public static final String OWN_ORGANISATION = "identity:organisation";
    /** What a code for a person's registration is asked for. */
    public static final String PERSON_REGISTER = "person-register";
    /** What a code for an organisation's registration is asked for. */
    public static final String ORGANISATION_REGISTER = "organisation-register";
    /** What a code to the phone of a handler is asked for. */
    public static final String HANDLER_LINK = "handler-link";

    /** What a handler's account may do with its own record, and with its organisation's as far as it may decide. */
    public static final String OWN_HANDLER = "identity:handler";
    /** What a code for a handler's enrolment is asked for. */
    public static final String HANDLER_REGISTER = "handler-register";
    /** What a code for a forgotten account is sent for (ID-31). */
    public static final String RECOVER = "recover";
    /** What codes to the phones of two accounts of one person are asked for (ID-44). */
    public static final String PERSON_MERGE = "person-merge";
    /** What who may decide in an organisation does: applications and accounts (ID-15, ID-20). */
    public static final String DECIDE = "identity:decide";
    /** What a code to the phone of who is to use an account is asked for. */
    public static final String HANDLER_CHANGE = "handler-change";
    /** Where a handler's account that waits sees how its matter stands. */
    public static final String OWN_ACCOUNT = "/api/identity/v1/handler-accounts/me";

    /** The agreement that handlers accept. */
    public static final String ENROLMENT_TERMS = "identity.enrolment";

    static final String PERSON_TERMS = "identity.person";
    static final String ORGANISATION_TERMS = "identity.organisation";

    private IdentityRealms() {}

    static List<AccountRealm> declared() {
        var passwords = new PasswordRule(
                8,
                18,
                EnumSet.of(CharacterClass.DIGIT, CharacterClass.UPPER, CharacterClass.LOWER, CharacterClass.SPECIAL),
                4);
        return List.of(
                new AccountRealm(
                                PERSON,
                                new Title("自然人", "Natural persons"),
                                EnumSet.of(LoginIdentifier.PHONE),
                                passwords,
                                Set.of(OWN_PERSON))
                        .withAgreements(PERSON_TERMS)
                        .withPurposes(
                                new CodePurpose(PERSON_REGISTER, new Title("自然人注册", "registration")),
                                new CodePurpose(PERSON_MERGE, new Title("合并账号", "merging accounts")))
                        .withKeptPhones(),
                new AccountRealm(
                                ORGANISATION,
                                new Title("法人", "Organisations"),
                                EnumSet.of(LoginIdentifier.CODE),
                                passwords,
                                Set.of(OWN_ORGANISATION))
                        .withAgreements(ORGANISATION_TERMS)
                        .withPurposes(
                                new CodePurpose(ORGANISATION_REGISTER, new Title("法人注册", "registration")),
                                new CodePurpose(HANDLER_LINK, new Title("关联经办人", "linking a handler")))
                        .withGate("/api/identity/v1/organisations/me/handler-links", AccountError.HANDLER_REQUIRED),
                handlers(),
                CredentialDeclarations.realm());
    }

    private static AccountRealm handlers() {
        return new AccountRealm(
                        HANDLER,
                        new Title("法人经办人账号", "Accounts of handlers"),
                        EnumSet.of(LoginIdentifier.USERNAME),
                        new PasswordRule(8, 20, EnumSet.allOf(CharacterClass.class), 3),
                        Set.of(OWN_HANDLER, DECIDE))
                .withUsernameRule(new UsernameRule(
                                "(?!\\d+$)[A-Za-z0-9_]{6,18}",
                                new Title(
                                        "6至18位字母、数字或下划线，不能全为数字",
                                        "6 to 18 letters, digits or underscores, not all digits"))
                        .withOwnContacts())
                .withAgreements(ENROLMENT_TERMS)
                .withPurposes(
                        new CodePurpose(HANDLER_REGISTER, new Title("经办人账号注册", "registration of a handler")),
                        new CodePurpose(RECOVER, new Title("找回账号", "recovering an account")),
                        CredentialDeclarations.CHANGE)
                .withGate(OWN_ACCOUNT, AccountError.ACCOUNT_AWAITING);
    }

    static List<Permission> permissions() {
        return List.of(
                new Permission(OWN_PERSON, new Title("管理本人信息", "Manage one's own data")),
                new Permission(OWN_HANDLER, new Title("管理本人经办人账号", "Manage one's account as a handler")),
                new Permission(DECIDE, new Title("审核经办人申请、管理经办人账号", "Decide on handlers and their accounts")),
                CredentialDeclarations.permission(),
                new Permission(IdentityModule.REVIEW, new Title("审核身份信息", "Review identities")),
                new Permission(OWN_ORGANISATION, new Title("管理本单位信息", "Manage the organisation's own data")));
    }

    static List<Agreement> agreements() {
        return List.of(
                new Agreement(ENROLMENT_TERMS, new Title("经办人账号用户注册协议", "Agreement on handlers' accounts")),
                new Agreement(PERSON_TERMS, new Title("自然人注册协议", "Agreement on the registration of persons")),
                new Agreement(
                        ORGANISATION_TERMS, new Title("法人注册协议", "Agreement on the registration of organisations")));
    }
}
