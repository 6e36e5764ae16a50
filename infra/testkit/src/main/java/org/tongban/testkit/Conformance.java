package org.tongban.testkit;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.account.Permission;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.ModuleDescriptor;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.state.StateMachine;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Discloses;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;

/**
 * Checks that every installed module keeps what any module must (CO-8, CO-28, CO-55): its descriptor, the names of what it
 * declares, its state machines and messages; of each of its endpoints the path, who may call it, the audit record, the
 * check of the body and its place in the OpenAPI document; that its tables lie in its schema and refer to no other's.
 * That its forms compile the start has shown. A module's test is the one line {@code Conformance.check()}.
 */
public final class Conformance {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern CORE_PATHS = Pattern.compile(
            "/(api/platform/v1|api/\\{module}/v1|docs|openapi|oauth2|\\.well-known|health|metrics|console|verify|assets)\\b.*");

    private final ModuleRegistry modules;
    private final Set<String> permissions;
    private final Set<String> actions;
    private final Set<String> written = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private Conformance(ModuleRegistry modules) {
        this.modules = modules;
        this.permissions = modules.<Permission>all(PlatformModule::permissions).stream()
                .map(Permission::id)
                .collect(Collectors.toSet());
        this.actions = modules.<AuditAction>all(PlatformModule::auditActions).stream()
                .map(AuditAction::id)
                .collect(Collectors.toSet());
    }

    /**
     * Checks the modules of the running platform.
     *
     * @throws AssertionError that lists every fault
     */
    public static void check() {
        var faults = faults(Tongban.running());
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static List<String> faults(Tongban tongban) {
        var conformance = new Conformance(tongban.context().getBean(ModuleRegistry.class));
        conformance.modules.modules().forEach(conformance::names);
        tongban.context().getBean(Router.class).uriRoutes().forEach(conformance::route);
        conformance.faults.addAll(tongban.exampleFaults());
        conformance.actions.stream()
                .filter(action -> !conformance.written.contains(action))
                .forEach(action -> conformance.faults.add("No endpoint is audited as %s.".formatted(action)));
        conformance.faults.addAll(new DescriptionCheck(tongban).faults());
        conformance.faults.addAll(new DatabaseCheck(tongban).faults());
        return conformance.faults.stream().distinct().sorted().toList();
    }

    private void names(Installed module) {
        var descriptor = module.descriptor();
        var says = module.declarations();
        if (!descriptor.id().equals("platform")
                && !descriptor.schema().equals(descriptor.id().replace('-', '_'))) {
            faults.add("The schema of “%s” is %s.".formatted(descriptor.id(), descriptor.schema()));
        }
        if (!descriptor.id().equals("platform") && descriptor.platform() == null) {
            faults.add("The descriptor of “%s” does not say which platform it needs.".formatted(descriptor.id()));
        }
        begin(descriptor, ":", says.permissions().stream().map(Permission::id));
        begin(descriptor, ".", says.auditActions().stream().map(AuditAction::id));
        begin(descriptor, "/", says.forms().stream().map(form -> form.id()));
        begin(descriptor, "/", says.fileSlots().stream().map(slot -> slot.id()));
        begin(descriptor, ".", says.reviewTypes().stream().map(type -> type.id()));
        begin(descriptor, ".", says.tasks().stream().map(task -> task.id()));
        begin(descriptor, ".", says.jobs().stream().map(job -> job.id()));
        begin(descriptor, ".", says.events().stream().map(event -> event.id()));
        begin(descriptor, ".", says.stateMachines().stream().map(machine -> machine.id()));
        begin(descriptor, ".", says.consoleSections().stream().map(section -> section.id()));
        says.stateMachines().forEach(machine -> machine(machine, says));
        says.messages().stream()
                .filter(message -> !message.id().startsWith(descriptor.prefix() + "."))
                .forEach(message -> faults.add(
                        "The message %s does not begin with “%s.”.".formatted(message.id(), descriptor.prefix())));
        says.messages().stream()
                .filter(message -> message.text().isBlank())
                .forEach(message -> faults.add("The message %s has no text.".formatted(message.id())));
        Stream.concat(
                        says.reviewTypes().stream().flatMap(type -> type.permissions().stream()),
                        says.realms().stream().flatMap(realm -> realm.permissions().stream()))
                .filter(permission -> !permissions.contains(permission))
                .forEach(permission -> faults.add("No module declares the permission %s.".formatted(permission)));
    }

    private void machine(StateMachine machine, PlatformModule says) {
        faults.addAll(machine.faults());
        for (var move : machine.moves()) {
            move.message()
                    .filter(id -> says.messages().stream()
                            .noneMatch(message -> message.id().equals(id)))
                    .ifPresent(id -> faults.add("The module declares no message %s, which the move %s of %s sends."
                            .formatted(id, move.code(), machine.id())));
            move.event()
                    .filter(payload -> says.events().stream()
                            .noneMatch(event -> event.payload().equals(payload)))
                    .ifPresent(payload ->
                            faults.add("The module declares no event with %s, which the move %s of %s publishes."
                                    .formatted(payload.getName(), move.code(), machine.id())));
        }
    }

    private void begin(ModuleDescriptor module, String separator, Stream<String> ids) {
        ids.filter(id -> !id.startsWith(module.id() + separator))
                .forEach(id -> faults.add("%s does not begin with “%s%s”.".formatted(id, module.id(), separator)));
    }

    private void route(UriRouteInfo<?, ?> route) {
        var method = route.getTargetMethod();
        var type = method.getDeclaringType().getName();
        owner(type).ifPresent(module -> {
            var name = "%s %s (%s.%s)"
                    .formatted(
                            route.getHttpMethodName(),
                            route.getUriMatchTemplate().toPathString(),
                            type,
                            method.getMethodName());
            path(module, route.getUriMatchTemplate().toPathString(), name);
            caller(method.getAnnotationMetadata(), name);
            if (!READING.contains(route.getHttpMethodName())) {
                write(method.getAnnotationMetadata(), module, name);
            }
            var read = method.getAnnotationMetadata().stringValue(Read.class, "action");
            method.getAnnotationMetadata()
                    .stringValue(Discloses.class)
                    .or(() -> read)
                    .filter(action -> !action.isEmpty())
                    .ifPresent(action -> audited(action, module, name));
            Stream.of(method.getArguments())
                    .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(Body.class))
                    .filter(argument ->
                            !argument.getAnnotationMetadata().hasAnnotation(Checked.class) && !isStream(argument))
                    .filter(argument ->
                            !isForDevelopment(route.getUriMatchTemplate().toPathString()))
                    .forEach(argument -> faults.add(name + " takes a body that is not @Checked."));
        });
    }

    private Optional<ModuleDescriptor> owner(String type) {
        return modules.modules().stream()
                .map(Installed::descriptor)
                .filter(descriptor -> type.startsWith(descriptor.basePackage() + "."))
                .findFirst();
    }

    /** What exists in dev and test only is not described, so there is no schema to check its bodies by. */
    private static boolean isForDevelopment(String path) {
        return path.startsWith("/api/platform/v1/dev/");
    }

    private static boolean isStream(Argument<?> argument) {
        return InputStream.class.isAssignableFrom(argument.getType());
    }

    private void path(ModuleDescriptor module, String path, String name) {
        var own = module.id().equals("platform")
                ? CORE_PATHS.matcher(path).matches()
                : path.matches("/api/" + Pattern.quote(module.id()) + "/v\\d+(/.*)?")
                        || (module.pages()
                                && !path.startsWith("/api/")
                                && !CORE_PATHS.matcher(path).matches());
        if (!own) {
            faults.add("%s lies outside the paths of “%s”.".formatted(name, module.id()));
        }
    }

    private void caller(AnnotationMetadata method, String name) {
        var said = Stream.of(Permitted.class, SignedIn.class, Open.class)
                .filter(method::hasAnnotation)
                .count();
        if (said != 1) {
            faults.add(name + " declares %d of @Permitted, @SignedIn and @Open instead of one.".formatted(said));
        }
        method.stringValue(Permitted.class)
                .filter(permission -> !permission.equals(Permitted.ANY_REVIEW) && !permissions.contains(permission))
                .ifPresent(permission -> faults.add(name + " needs " + permission + ", which no module declares."));
    }

    private void write(AnnotationMetadata method, ModuleDescriptor module, String name) {
        var action = method.stringValue(Write.class, "action").orElse(null);
        if (action == null) {
            faults.add(name + " changes something and is no @Write.");
            return;
        }
        audited(action, module, name);
    }

    private void audited(String action, ModuleDescriptor module, String name) {
        written.add(action);
        if (!actions.contains(action)) {
            faults.add(name + " is audited as " + action + ", which no module declares.");
        } else if (!action.startsWith(module.id() + ".")) {
            faults.add(name + " is audited as " + action + ", which is another module's.");
        }
    }
}
