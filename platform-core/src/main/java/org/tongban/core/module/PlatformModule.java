package org.tongban.core.module;

import java.util.List;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.Agreement;
import org.tongban.core.account.Permission;
import org.tongban.core.account.StaffRole;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.download.Download;
import org.tongban.core.event.EventType;
import org.tongban.core.file.FileSlot;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.review.ReviewType;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.state.StateMachine;
import org.tongban.core.task.JobType;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.web.ErrorCode;

/**
 * What a module declares (CO-2): data only, without constructor arguments, found by {@link java.util.ServiceLoader}
 * before any bean exists. Behaviour is beans matched to the declared ids; the start fails unless each declaration that
 * needs one has exactly one.
 */
public interface PlatformModule {
    /** What an installation may set of it, each name {@code <module-id>.…} (CO-81). */
    default List<Setting> settings() {
        return List.of();
    }

    default List<AccountRealm> realms() {
        return List.of();
    }

    default List<Permission> permissions() {
        return List.of();
    }

    /** Those of {@link #permissions} that accounts which act for an organisation have, whatever their realm (ID-41). */
    default List<String> organisationPermissions() {
        return List.of();
    }

    default List<StaffRole> roles() {
        return List.of();
    }

    default List<FormDefinition> forms() {
        return List.of();
    }

    default List<FileSlot> fileSlots() {
        return List.of();
    }

    default List<ReviewType> reviewTypes() {
        return List.of();
    }

    default List<MessageTemplate> messages() {
        return List.of();
    }

    default List<Agreement> agreements() {
        return List.of();
    }

    default List<Download> downloads() {
        return List.of();
    }

    default List<AuditAction> auditActions() {
        return List.of();
    }

    default List<TaskDeclaration> tasks() {
        return List.of();
    }

    default List<JobType> jobs() {
        return List.of();
    }

    default List<EventType> events() {
        return List.of();
    }

    default List<StateMachine> stateMachines() {
        return List.of();
    }

    default List<PublicCollection> publicCollections() {
        return List.of();
    }

    default List<PublicForm> publicForms() {
        return List.of();
    }

    /** What staff find in the console of the module's records, with no page written (CO-47b). */
    default List<ConsoleSection> consoleSections() {
        return List.of();
    }

    default List<? extends ErrorCode> errors() {
        return List.of();
    }
}
