package org.tongban.core.module;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.value.PropertyResolver;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.form.KeptForms;
import org.tongban.core.module.InstalledModules.Installed;

/** Starts the platform: descriptors first, then the context, then the server (CO-1, CO-4). */
public final class Platform {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private static final int MANAGEMENT_PORT = 8081;

    private Platform() {}

    /** Starts with the process's environment and stops with the process; a refusal is one line and exit code 1. */
    public static void main(String... arguments) {
        try {
            var context = start(System.getenv(), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(context::close, "stop"));
            LOG.info("Ready at {}", context.getBean(EmbeddedServer.class).getURL());
        } catch (RuntimeException e) {
            System.err.println(StartFailure.sentence(e));
            System.exit(1);
        }
    }

    /**
     * Starts the server.
     *
     * @param environment the variables of {@link LaunchSettings}
     * @param more configuration that goes before all other
     * @throws StartRefused with one sentence where modules or configuration do not fit
     */
    public static ApplicationContext start(Map<String, String> environment, Map<String, Object> more) {
        var context = prepare(environment, more);
        try {
            requireSmsProvider(context);
            warnOfNoEmail(context);
            context.start();
            context.getBean(ModuleTable.class).log();
            context.getBean(KeptForms.class)
                    .check(isTrial(context.getEnvironment().getActiveNames()));
            context.getBean(SampleLoader.class).load();
            context.getBean(EmbeddedServer.class).start();
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** A context whose modules have been checked and whose environment is read, not started yet. */
    static ApplicationContext prepare(Map<String, String> environment, Map<String, Object> more) {
        var loader = Platform.class.getClassLoader();
        var settings = LaunchSettings.of(environment);
        settings.putAll(more);
        var off = new HashSet<String>();
        var builder = ApplicationContext.builder()
                .classLoader(loader)
                .mainClass(Platform.class)
                .deduceEnvironment(false)
                .banner(false);
        var modes = Stream.of(
                        environment.getOrDefault("MICRONAUT_ENVIRONMENTS", "").split(","))
                .map(String::strip)
                .filter(mode -> !mode.isEmpty())
                .collect(Collectors.toSet());
        builder.environments(modes.toArray(String[]::new));
        if (!isTrial(modes)) {
            // Health and figures are not for the public: outside dev and test they have a port of their own.
            settings.putIfAbsent("endpoints.all.port", MANAGEMENT_PORT);
        }
        builder.properties(settings);
        var everything = InstalledModules.scan(loader);
        for (var module : everything) {
            if (!module.descriptor().id().equals(InstalledModules.PLATFORM)) {
                var name = module.descriptor().basePackage();
                builder.beanConfigurations(BeanConfiguration.of(name, beans -> !off.contains(name)));
            }
        }
        var context = builder.build();
        context.getEnvironment().start();
        TypedSettings.check(
                context,
                everything.stream()
                        .flatMap(module -> module.declarations().settings().stream())
                        .toList());
        warnOfUnknownSwitches(context, everything);
        var installed = InstalledModules.check(everything, id -> isOn(context, id));
        installed.disabled().forEach(module -> off.add(module.descriptor().basePackage()));
        refuseDemoOutsideDev(context, context.getEnvironment().getActiveNames());
        context.registerSingleton(ModuleRegistry.class, new ModuleRegistry(installed));
        return context;
    }

    /** Whether configuration leaves a module on (CO-4). */
    static boolean isOn(PropertyResolver settings, String module) {
        return settings.getProperty("platform.modules." + module + ".enabled", Boolean.class)
                .orElse(true);
    }

    /** No reason to stop: the module may have left, and be back tomorrow. */
    private static void warnOfUnknownSwitches(PropertyResolver settings, List<Installed> everything) {
        var ids = everything.stream().map(module -> module.descriptor().id()).collect(Collectors.toSet());
        unknownSwitches(settings, ids)
                .forEach(name -> LOG.warn("The property {} is for no module that is installed", name));
    }

    /** The properties that switch a module by an id that none has, sorted. */
    static List<String> unknownSwitches(PropertyResolver settings, Set<String> modules) {
        return settings.getPropertyEntries("platform.modules").stream()
                .filter(id -> !modules.contains(id))
                .map(id -> "platform.modules." + id + ".enabled")
                // A variable is split at each of its underscores, and not all of the parts are ids.
                .filter(settings::containsProperty)
                .sorted()
                .toList();
    }

    private static void refuseDemoOutsideDev(ApplicationContext context, Set<String> modes) {
        var demo = context.getProperty("platform.demo", Boolean.class).orElse(false);
        if (demo && !isTrial(modes)) {
            throw new StartRefused("platform.demo=true is for the modes dev and test only.");
        }
    }

    /** The provider of dev and test only logs: in use it would mark every message as sent and send none. */
    private static void requireSmsProvider(ApplicationContext context) {
        if (!isTrial(context.getEnvironment().getActiveNames())
                && context.getProperty("platform.sms.provider", String.class).isEmpty()) {
            throw new StartRefused("The environment variable SMS_PROVIDER (platform.sms.provider) is missing.");
        }
    }

    /** E-mail is an addition that an installation can do without, unlike short messages; but it should know. */
    private static void warnOfNoEmail(ApplicationContext context) {
        if (!isTrial(context.getEnvironment().getActiveNames())
                && context.getProperty("platform.email.provider", String.class).isEmpty()) {
            LOG.warn("No e-mail is sent: platform.email.provider (EMAIL_PROVIDER) names no provider");
        }
    }

    /** Whether the platform runs for those who build or test it: whatever other mode it has, it is in use. */
    private static boolean isTrial(Set<String> modes) {
        return modes.contains("dev") || modes.contains("test");
    }
}
