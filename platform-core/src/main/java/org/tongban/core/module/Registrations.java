package org.tongban.core.module;

import io.micronaut.context.BeanProvider;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.tongban.core.form.FormDefinition;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.review.ReviewType;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.state.StateMachine;
import org.tongban.core.task.JobType;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.web.ErrorCode;

/** What a module that runs has registered, by kind (CO-3). */
@Singleton
public class Registrations {
    private static final Map<String, Function<PlatformModule, Stream<String>>> KINDS = kinds();

    private final BeanProvider<Router> router;

    Registrations(BeanProvider<Router> router) {
        this.router = router;
    }

    private static Map<String, Function<PlatformModule, Stream<String>>> kinds() {
        var kinds = new LinkedHashMap<String, Function<PlatformModule, Stream<String>>>();
        kinds.put("settings", says -> says.settings().stream().map(Setting::name));
        kinds.put("realms", says -> says.realms().stream().map(AccountRealm::id));
        kinds.put("permissions", says -> says.permissions().stream().map(Permission::id));
        kinds.put("roles", says -> says.roles().stream().map(StaffRole::id));
        kinds.put("forms", says -> says.forms().stream().map(FormDefinition::id));
        kinds.put("fileSlots", says -> says.fileSlots().stream().map(FileSlot::id));
        kinds.put("reviewTypes", says -> says.reviewTypes().stream().map(ReviewType::id));
        kinds.put("messages", says -> says.messages().stream().map(MessageTemplate::id));
        kinds.put("agreements", says -> says.agreements().stream().map(Agreement::id));
        kinds.put("downloads", says -> says.downloads().stream().map(Download::id));
        kinds.put("auditActions", says -> says.auditActions().stream().map(AuditAction::id));
        kinds.put("tasks", says -> says.tasks().stream().map(TaskDeclaration::id));
        kinds.put("jobs", says -> says.jobs().stream().map(JobType::id));
        kinds.put("events", says -> says.events().stream().map(EventType::id));
        kinds.put("stateMachines", says -> says.stateMachines().stream().map(StateMachine::id));
        kinds.put("publicCollections", says -> says.publicCollections().stream().map(PublicCollection::id));
        kinds.put("publicForms", says -> says.publicForms().stream().map(PublicForm::form));
        kinds.put("consoleSections", says -> says.consoleSections().stream().map(ConsoleSection::id));
        kinds.put("errors", says -> says.errors().stream().map(ErrorCode::code));
        return kinds;
    }

    /** The ids of what it declared and its endpoints, say {@code GET /api/sme/v1}, by kind; kinds it has none of too. */
    public Map<String, List<String>> of(Installed module) {
        var registered = new LinkedHashMap<String, List<String>>();
        KINDS.forEach((kind, ids) ->
                registered.put(kind, ids.apply(module.declarations()).toList()));
        registered.put("endpoints", endpoints(module.descriptor()));
        return registered;
    }

    private List<String> endpoints(ModuleDescriptor module) {
        return router.get()
                .uriRoutes()
                .filter(route ->
                        route.getTargetMethod().getDeclaringType().getName().startsWith(module.basePackage() + "."))
                .map(route -> "%s %s"
                        .formatted(
                                route.getHttpMethodName(),
                                route.getUriMatchTemplate().toPathString()))
                .distinct()
                .sorted()
                .toList();
    }
}
