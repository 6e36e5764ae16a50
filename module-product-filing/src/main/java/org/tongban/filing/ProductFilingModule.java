package org.tongban.filing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.AccountRealm.CodePurpose;
import org.tongban.core.account.AccountRealm.LoginIdentifier;
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
import org.tongban.core.form.FormDefinition;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Setting;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.review.ReviewType;
import org.tongban.core.review.ReviewType.ChecklistItem;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.state.StateMachine;
import org.tongban.core.task.JobType;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.web.ErrorCode;
import org.tongban.filing.objection.ObjectionFlow;
import org.tongban.filing.product.ProductFlow;
import org.tongban.filing.publicdata.ProductFacets;
import org.tongban.filing.recognition.RecognitionFlow;
import org.tongban.filing.update.UpdateFlow;
import org.tongban.filing.verification.VerificationFlow;

/** Declares the filing of patent-intensive products. */
public final class ProductFilingModule implements PlatformModule {
    /** The realm that units sign in to (PF-1). */
    public static final String REALM = "filing-unit";
    /** What a unit's accounts may do with their own records. */
    public static final String OWN = "product-filing:own";
    /** What deciding on filings needs. */
    public static final String REVIEW = "product-filing:review";
    /** What staff need who give rounds their dates (PF-40). */
    public static final String MANAGE_ROUNDS = "product-filing:manage-rounds";
    /** What staff need who read all counts (PF-72). */
    public static final String READ_STATISTICS = "product-filing:read-statistics";
    /** The review of a yearly update (PF-40). */
    public static final String UPDATE_REVIEW = "product-filing.update";
    /** The form of a yearly update, of the first year (Fields 5.4); each year has its own. */
    public static final String UPDATE_FORM = "product-filing/update@2027";
    /** The review of a filing (PF-34). */
    public static final String FILING_REVIEW = "product-filing.filing";
    /** The review of a revocation (PF-35). */
    public static final String REVOCATION_REVIEW = "product-filing.revocation";
    /** The public collection of filed products (PF-70). */
    public static final String PRODUCTS = "products";
    /** The import of a unit's patents (PF-20). */
    public static final String PATENT_IMPORT = "product-filing.patent-import";
    /** The task that keeps units' patents as the registry has them (PF-20). */
    public static final String PATENT_UPKEEP = "product-filing.keep-patents-current";
    /** The form by which a unit opens its account (Fields 4.1). */
    public static final String REGISTRATION_FORM = "product-filing/unit-registration@1";
    /** The agreement that units accept when they register (PF-1). */
    public static final String REGISTRATION_AGREEMENT = "product-filing.registration";
    /** The form by which a unit proves who it is (Fields 4.2). */
    public static final String VERIFICATION_FORM = "product-filing/verification@1";
    /** The form by which it says what has changed (Fields 5.4). */
    public static final String CHANGE_FORM = "product-filing/verification-change@1";
    /** The review of a verification or a change (PF-7, PF-8). */
    public static final String VERIFICATION_REVIEW = "product-filing.verification";
    /** What a code to a unit's phone is asked for by its organisation (ID-41). */
    public static final String JOIN = "unit-join";
    /** The form by which a unit asks that a product be revoked (Fields 5.4). */
    public static final String REVOCATION_FORM = "product-filing/revocation@1";
    /** The form of a unit's figures of a year (Fields 4.3). */
    public static final String ASSETS_FORM = "product-filing/assets@1";
    /** The form of a patent added by hand (Fields 4.4). */
    public static final String MANUAL_PATENT_FORM = "product-filing/manual-patent@1";
    /** The form of a product (Fields 5.1). */
    public static final String PRODUCT_FORM = "product-filing/product@1";
    /** The form of the patents that a product is linked with (Fields 5.2). */
    public static final String PATENTS_FORM = "product-filing/linked-patents@1";
    /** The form of the evidence (Fields 5.3). */
    public static final String EVIDENCE_FORM = "product-filing/evidence@1";

    /** The form by which anybody objects to a recognition (Fields 6.1). */
    public static final String OBJECTION_FORM = "product-filing/objection@1";
    /** The form by which a unit states its view of an objection (Fields 6.2). */
    public static final String STATEMENT_FORM = "product-filing/objection-statement@1";
    /** What handling objections needs (PF-61). */
    public static final String HANDLE_OBJECTIONS = "product-filing:objections";
    /** The review of an objection (PF-61). */
    public static final String OBJECTION_REVIEW = "product-filing.objection";
    /** The decision against a unit by an upheld objection (PF-54). */
    public static final String OBJECTION_OUTCOME = "product-filing.objection-outcome";

    /** What staff decide on candidates, as it is re-examined (PF-82, CO-46d). */
    public static final String RECOGNITION_REVIEW = "product-filing.recognition";

    /** The taking of products into a round (PF-50). */
    public static final String INTAKE = "product-filing.take-products";

    /** The measuring of a round's candidates (PF-50). */
    public static final String MEASURING = "product-filing.measure-candidates";

    /** The deciding on candidates by what a run found (PF-50). */
    public static final String DECIDING = "product-filing.decide-candidates";

    /** The asking of units for further information (PF-50). */
    public static final String ASKING = "product-filing.ask-information";

    @Override
    public List<Setting> settings() {
        return Stream.concat(RecognitionDeclarations.SETTINGS.stream(), ObjectionDeclarations.SETTINGS.stream())
                .toList();
    }

    @Override
    public List<AccountRealm> realms() {
        var passwords = new PasswordRule(
                8, 18, EnumSet.of(CharacterClass.DIGIT, CharacterClass.LETTER, CharacterClass.SPECIAL), 2);
        return List.of(new AccountRealm(
                        REALM,
                        new Title("备案单位", "Filing units"),
                        EnumSet.of(LoginIdentifier.USERNAME, LoginIdentifier.PHONE, LoginIdentifier.EMAIL),
                        passwords,
                        Set.of(OWN))
                .withUsernameRule(new UsernameRule(
                        "(?!\\d+$)[\\p{IsHan}A-Za-z0-9]{4,20}",
                        new Title(
                                "用户名为4至20个汉字、字母或数字，不能全为数字",
                                "4 to 20 Han characters, letters or digits, and not digits alone")))
                .withCaptchaAtSignIn()
                .withPurposes(
                        new CodePurpose(JOIN, new Title("加入备案单位", "joining the unit")), ObjectionDeclarations.CODE)
                .withAgreements(REGISTRATION_AGREEMENT));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(OWN, new Title("办理本单位的备案", "Work on the unit's own filings")),
                new Permission(REVIEW, new Title("审核产品备案", "Review filings")),
                UpdateDeclarations.PERMISSION,
                ObjectionDeclarations.PERMISSION,
                StatisticDeclarations.PERMISSION);
    }

    /** ID-41: an organisation that signed in elsewhere works on its unit as an account of {@link #REALM} does. */
    @Override
    public List<String> organisationPermissions() {
        return List.of(OWN);
    }

    @Override
    public List<StaffRole> roles() {
        return List.of(
                new StaffRole(
                        "filing-reviewer", new Title("备案审核员", "Reviewer of filings"), Set.of(REVIEW, READ_STATISTICS)),
                UpdateDeclarations.ROLE,
                ObjectionDeclarations.ROLE);
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(
                new FormDefinition(REGISTRATION_FORM, new Title("单位注册", "Registration of a unit")),
                new FormDefinition(VERIFICATION_FORM, new Title("单位实名认证", "Verification of a unit")),
                new FormDefinition(CHANGE_FORM, new Title("变更单位信息", "Change of a unit's data")),
                new FormDefinition(ASSETS_FORM, new Title("资产信息", "Assets")),
                new FormDefinition(MANUAL_PATENT_FORM, new Title("手动新增专利", "A patent added by hand")),
                new FormDefinition(PRODUCT_FORM, new Title("产品信息", "Product")),
                new FormDefinition(PATENTS_FORM, new Title("专利信息", "Patents")),
                new FormDefinition(EVIDENCE_FORM, new Title("证明材料", "Evidence")),
                new FormDefinition(UPDATE_FORM, new Title("产品备案信息更新", "Yearly update of a filing")),
                new FormDefinition(REVOCATION_FORM, new Title("撤销备案", "Revocation of a filing")),
                ObjectionDeclarations.FORMS.getFirst(),
                ObjectionDeclarations.FORMS.getLast());
    }

    @Override
    public List<Agreement> agreements() {
        return List.of(new Agreement(REGISTRATION_AGREEMENT, new Title("单位注册协议", "Agreement on registration")));
    }

    @Override
    public List<FileSlot> fileSlots() {
        return FileDeclarations.slots();
    }

    @Override
    public List<Download> downloads() {
        return FileDeclarations.DOWNLOADS;
    }

    @Override
    public List<ReviewType> reviewTypes() {
        return List.of(
                VerificationDeclarations.review(),
                RevocationDeclarations.review(),
                UpdateDeclarations.review(),
                ObjectionDeclarations.review(),
                ObjectionDeclarations.outcome(),
                RecognitionDeclarations.review(),
                FilingDeclarations.review());
    }

    static ChecklistItem point(String id, String zh, String en) {
        return new ChecklistItem(id, new Title(zh, en));
    }

    @Override
    public List<MessageTemplate> messages() {
        return FilingMessages.ALL;
    }

    @Override
    public List<AuditAction> auditActions() {
        var actions = new ArrayList<>(VerificationDeclarations.ACTIONS);
        actions.addAll(RevocationDeclarations.ACTIONS);
        actions.addAll(UpdateDeclarations.ACTIONS);
        actions.addAll(RecognitionDeclarations.ACTIONS);
        actions.addAll(HoldingDeclarations.ACTIONS);
        actions.addAll(ObjectionDeclarations.ACTIONS);
        actions.addAll(List.of(
                new AuditAction("product-filing.unit.register", new Title("注册单位账号", "Register a unit")),
                new AuditAction("product-filing.product.create", new Title("新建产品", "Create a product")),
                new AuditAction("product-filing.product.edit", new Title("修改产品草稿", "Edit a product's draft")),
                new AuditAction("product-filing.product.delete", new Title("删除产品草稿", "Delete a product's draft")),
                new AuditAction("product-filing.product.submit", new Title("提交产品备案", "Submit a filing"))));
        return actions;
    }

    @Override
    public List<TaskDeclaration> tasks() {
        return Stream.of(
                        List.of(
                                HoldingDeclarations.TASK,
                                RevocationDeclarations.TASK,
                                UpdateDeclarations.TASK,
                                RecognitionDeclarations.TASK,
                                ObjectionDeclarations.TASK),
                        SearchDeclarations.TASKS,
                        StatisticDeclarations.TASKS)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<JobType> jobs() {
        return List.of(
                new JobType(PATENT_IMPORT, new Title("导入单位专利", "Import of a unit's patents")),
                new JobType(INTAKE, new Title("纳入年度认定产品", "Taking of products into a round")),
                new JobType(MEASURING, new Title("测算候选产品", "Measuring of candidates")),
                new JobType(DECIDING, new Title("按测算结果决定", "Deciding by a run")),
                new JobType(ASKING, new Title("请单位补充信息", "Asking for further information")));
    }

    @Override
    public List<ConsoleSection> consoleSections() {
        return FilingSections.all();
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventType("product-filing.product-filed", ProductFiled.class),
                new EventType("product-filing.product-revoked", ProductRevoked.class),
                new EventType("product-filing.product-reinstated", ProductReinstated.class),
                new EventType("product-filing.product-updated", ProductUpdated.class),
                new EventType("product-filing.public-state-changed", PublicStateChanged.class),
                new EventType("product-filing.product-recognised", ProductRecognised.class),
                new EventType("product-filing.recognition-ended", RecognitionEnded.class));
    }

    @Override
    public List<StateMachine> stateMachines() {
        return List.of(
                VerificationFlow.machine(),
                ProductFlow.machine(),
                UpdateFlow.machine(),
                RecognitionFlow.machine(),
                ObjectionFlow.machine());
    }

    @Override
    public List<PublicCollection> publicCollections() {
        return List.of(new PublicCollection(
                PRODUCTS, new Title("备案产品", "Filed products"), ProductFacets.declared(), ProductFacets.ENDING));
    }

    @Override
    public List<PublicForm> publicForms() {
        return List.of(ObjectionDeclarations.PUBLIC_FORM);
    }

    @Override
    public List<? extends ErrorCode> errors() {
        return Stream.<ErrorCode>concat(Stream.of(FilingError.values()), Stream.of(ObjectionError.values()))
                .toList();
    }
}
