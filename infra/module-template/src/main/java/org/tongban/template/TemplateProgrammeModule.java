package org.tongban.template;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.AccountRealm.LoginIdentifier;
import org.tongban.core.account.PasswordRule;
import org.tongban.core.account.PasswordRule.CharacterClass;
import org.tongban.core.account.Permission;
import org.tongban.core.account.StaffRole;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.event.EventType;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.review.ReviewType.ChecklistItem;
import org.tongban.core.state.StateMachine;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.web.ErrorCode;
import org.tongban.template.proposal.ProposalFlow;

/** Declares the programme: data only, read before any bean exists. What it does is in the packages below. */
public final class TemplateProgrammeModule implements PlatformModule {
    /** The module's id, with which the names of most of its declarations begin. */
    public static final String ID = "template-programme";
    /** The realm that organisations sign in to. */
    public static final String REALM = "template-programme";
    /** What an organisation's accounts may do with their own proposals. */
    public static final String OWN = "template-programme:own";
    /** What deciding on proposals needs. */
    public static final String REVIEW = "template-programme:review";
    /** The staff's role that reviews. */
    public static final String REVIEWER = "template-programme-reviewer";
    /** The form of a proposal. */
    public static final String FORM = "template-programme/proposal@1";
    /** The form by which anybody comments on an approved proposal. */
    public static final String COMMENT_FORM = "template-programme/comment@1";
    /** The kind of record that reviews and audit records name. */
    public static final String RECORD = "template-programme/proposal";
    /** The review of a proposal. */
    public static final String PROPOSAL_REVIEW = "template-programme.proposal";
    /** The task that discards drafts nobody works on. */
    public static final String DISCARD_DRAFTS = "template-programme.discard-drafts";
    /** The public collection of approved proposals. */
    public static final String PROPOSALS = "proposals";

    private static final int DUE_WORKING_DAYS = 10;

    @Override
    public List<AccountRealm> realms() {
        return List.of(new AccountRealm(
                REALM,
                new Title("模板事项用户", "Template programme: users"),
                Set.of(LoginIdentifier.USERNAME, LoginIdentifier.PHONE),
                new PasswordRule(8, 64, Set.of(CharacterClass.DIGIT, CharacterClass.LETTER), 2),
                Set.of(OWN)));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(OWN, new Title("办理本单位的申请", "Work on the organisation's own proposals")),
                new Permission(REVIEW, new Title("审核申请", "Review proposals")));
    }

    @Override
    public List<StaffRole> roles() {
        return List.of(new StaffRole(REVIEWER, new Title("模板事项审核员", "Template programme: reviewer"), Set.of(REVIEW)));
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(
                new FormDefinition(FORM, new Title("申请", "Proposal")),
                new FormDefinition(COMMENT_FORM, new Title("意见", "Comment")));
    }

    @Override
    public List<StateMachine> stateMachines() {
        return List.of(ProposalFlow.declared());
    }

    @Override
    public List<ReviewType> reviewTypes() {
        return List.of(new ReviewType(
                PROPOSAL_REVIEW,
                new Title("申请审核", "Review of a proposal"),
                REVIEW,
                Set.of(Decision.RETURN),
                DUE_WORKING_DAYS,
                "TP",
                List.of(new ChecklistItem("clear", new Title("内容清楚", "The content is clear")))));
    }

    @Override
    public List<MessageTemplate> messages() {
        return List.of(
                new MessageTemplate("template-programme.approved", "您的申请“{name}”已通过审核，编号{number}。"),
                new MessageTemplate("template-programme.returned", "您的申请“{name}”退回补正：{reason}。请修改后重新提交。"));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("template-programme.proposal.create", new Title("新建申请", "Create a proposal")),
                new AuditAction("template-programme.proposal.save", new Title("保存申请草稿", "Save a proposal's draft")),
                new AuditAction("template-programme.proposal.submit", new Title("提交申请", "Submit a proposal")));
    }

    @Override
    public List<TaskDeclaration> tasks() {
        return List.of(new TaskDeclaration(
                DISCARD_DRAFTS, new Title("清理长期未改的草稿", "Discard drafts nobody works on"), Duration.ofHours(1)));
    }

    @Override
    public List<EventType> events() {
        return List.of(new EventType("template-programme.proposal-approved", ProposalApproved.class));
    }

    @Override
    public List<PublicCollection> publicCollections() {
        return List.of(new PublicCollection(PROPOSALS, new Title("已通过的申请", "Approved proposals"), List.of()));
    }

    @Override
    public List<PublicForm> publicForms() {
        return List.of(new PublicForm(COMMENT_FORM, new Title("对申请的意见", "Comment on a proposal"))
                .withRules(new Title("申请单位可以看到您写的内容。", "The organisation reads what you write."))
                .about(PROPOSALS, "proposal", new Title("我要提意见", "Comment")));
    }

    @Override
    public List<? extends ErrorCode> errors() {
        return List.of(TemplateProgrammeError.values());
    }
}
