package org.example.suggestions;

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
import org.tongban.core.form.FormDefinition;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicCollection.Choice;
import org.tongban.core.publicdata.PublicCollection.Facet;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.task.TaskDeclaration;

/** What the programme declares. */
public final class SuggestionsModule implements PlatformModule {
    static final String REALM = "suggester";
    static final String CLERK = "suggestion-clerk";
    static final String OWN = "suggestions:own";
    static final String REVIEW = "suggestions:review";
    static final String FORM = "suggestions/suggestion@1";
    static final String PUBLISHED = "published";

    @Override
    public List<AccountRealm> realms() {
        return List.of(new AccountRealm(
                REALM,
                new Title("建议人", "Suggesters"),
                Set.of(LoginIdentifier.USERNAME),
                new PasswordRule(8, 64, Set.of(CharacterClass.DIGIT, CharacterClass.LETTER), 2),
                Set.of(OWN)));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(OWN, new Title("本人意见", "Own suggestions")),
                new Permission(REVIEW, new Title("审核意见", "Review suggestions")));
    }

    @Override
    public List<StaffRole> roles() {
        return List.of(new StaffRole(CLERK, new Title("意见审核员", "Suggestion clerk"), Set.of(REVIEW)));
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(new FormDefinition(FORM, new Title("意见", "Suggestion")));
    }

    @Override
    public List<ReviewType> reviewTypes() {
        return List.of(new ReviewType(
                "suggestions.suggestion",
                new Title("意见审核", "Review of a suggestion"),
                REVIEW,
                Set.of(Decision.REJECT),
                5,
                "SG",
                List.of()));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(new AuditAction("suggestions.suggestion.create", new Title("提出意见", "Make a suggestion")));
    }

    @Override
    public List<TaskDeclaration> tasks() {
        return List.of(new TaskDeclaration(
                "suggestions.count", new Title("统计意见", "Count suggestions"), Duration.ofMillis(500)));
    }

    @Override
    public List<PublicForm> publicForms() {
        return List.of(new PublicForm(FORM, new Title("公众建议", "Public suggestion"))
                .withRules(new Title("任何人都可以提出。", "Anybody may make one.")));
    }

    @Override
    public List<PublicCollection> publicCollections() {
        var states = List.of(new Choice(PUBLISHED, new Title("已公布", "Published")));
        return List.of(new PublicCollection(
                "suggestions",
                new Title("公众意见", "Public suggestions"),
                List.of(new Facet("state", new Title("状态", "State"), states))));
    }
}
