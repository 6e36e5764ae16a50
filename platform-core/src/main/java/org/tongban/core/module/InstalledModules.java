package org.tongban.core.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The modules found on the class path, checked against each other before any bean exists (CO-1).
 *
 * @param enabled the modules that run, in the order of their needs, then by id; the platform comes first
 * @param disabled the modules that configuration switches off (CO-4)
 * @param absent optional needs that are not there, one sentence each
 */
public record InstalledModules(List<Installed> enabled, List<Installed> disabled, List<String> absent) {
    /** The id of the platform's own descriptor. */
    public static final String PLATFORM = "platform";

    /** A module with its descriptor and declarations. */
    public record Installed(ModuleDescriptor descriptor, PlatformModule declarations) {}

    /**
     * Finds and checks what is on the class path.
     *
     * @param switchedOn whether configuration leaves a module on, by id
     * @throws StartRefused with one message where something does not fit
     */
    static InstalledModules find(ClassLoader loader, Predicate<String> switchedOn) {
        return check(scan(loader), switchedOn);
    }

    /**
     * Finds what is on the class path. What it needs is not looked at, since what is switched off needs nothing.
     *
     * @throws StartRefused with one message where a descriptor is wrong
     */
    static List<Installed> scan(ClassLoader loader) {
        var descriptors = new TreeMap<String, ModuleDescriptor>();
        var places = new HashMap<String, URL>();
        try {
            for (var place : Collections.list(loader.getResources(ModuleDescriptor.PATH))) {
                var descriptor = ModuleDescriptor.read(place);
                var before = places.put(descriptor.id(), place);
                if (before != null) {
                    throw new StartRefused("The module id “%s” is there twice: in %s and in %s."
                            .formatted(descriptor.id(), before, place));
                }
                descriptors.put(descriptor.id(), descriptor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return match(loader, descriptors);
    }

    private static List<Installed> match(ClassLoader loader, Map<String, ModuleDescriptor> descriptors) {
        var installed = new ArrayList<Installed>();
        var left = new TreeMap<>(descriptors);
        for (var declarations : ServiceLoader.load(PlatformModule.class, loader)) {
            var name = declarations.getClass().getPackageName();
            var descriptor = descriptors.values().stream()
                    .filter(candidate -> (name + ".").startsWith(candidate.basePackage() + "."))
                    .findFirst()
                    .orElseThrow(() -> new StartRefused("%s declares a module, but no descriptor names its package."
                            .formatted(declarations.getClass().getName())));
            if (left.remove(descriptor.id()) == null) {
                throw new StartRefused("The module “%s” has more than one declaration, one of them %s."
                        .formatted(descriptor.id(), declarations.getClass().getName()));
            }
            installed.add(new Installed(descriptor, declarations));
        }
        if (!left.isEmpty()) {
            throw new StartRefused("The module “%s” has a descriptor but no PlatformModule in META-INF/services."
                    .formatted(left.firstKey()));
        }
        return installed;
    }

    /**
     * Checks modules against each other.
     *
     * @param switchedOn whether configuration leaves a module on, by id
     * @throws StartRefused with one message where something does not fit
     */
    static InstalledModules check(List<Installed> all, Predicate<String> switchedOn) {
        var on = new TreeMap<String, Installed>();
        var off = new ArrayList<Installed>();
        for (var module : all) {
            var id = module.descriptor().id();
            if (id.equals(PLATFORM) || switchedOn.test(id)) {
                on.put(id, module);
            } else {
                off.add(module);
            }
        }
        var platform = on.get(PLATFORM);
        if (platform == null) {
            throw new StartRefused("The platform's own descriptor is not on the class path.");
        }
        var absent = new ArrayList<String>();
        for (var module : on.values()) {
            checkRanges(module.descriptor(), platform.descriptor().version(), on, absent);
        }
        if (on.values().stream().filter(module -> module.descriptor().pages()).count() > 1) {
            throw new StartRefused("More than one module owns the pages under “/”: %s."
                    .formatted(on.values().stream()
                            .filter(module -> module.descriptor().pages())
                            .map(module -> module.descriptor().id())
                            .toList()));
        }
        return new InstalledModules(order(on), List.copyOf(off), List.copyOf(absent));
    }

    private static void checkRanges(
            ModuleDescriptor module, String platform, Map<String, Installed> on, List<String> absent) {
        if (module.platform() != null && !module.platform().holds(platform)) {
            throw new StartRefused("The module “%s” %s needs the platform %s, found %s."
                    .formatted(module.id(), module.version(), module.platform(), platform));
        }
        module.needs().forEach((id, need) -> {
            var found = on.get(id);
            if (found == null && need.optional()) {
                absent.add("The module “%s” runs without “%s”.".formatted(module.id(), id));
            } else if (found == null) {
                throw new StartRefused(
                        "The module “%s” %s needs the module “%s” %s, which is not there or switched off."
                                .formatted(module.id(), module.version(), id, need.range()));
            } else if (!need.range().holds(found.descriptor().version())) {
                throw new StartRefused("The module “%s” %s needs the module “%s” %s, found %s."
                        .formatted(
                                module.id(),
                                module.version(),
                                id,
                                need.range(),
                                found.descriptor().version()));
            }
        });
    }

    private static List<Installed> order(TreeMap<String, Installed> on) {
        var ordered = new LinkedHashMap<String, Installed>();
        ordered.put(PLATFORM, on.remove(PLATFORM));
        while (!on.isEmpty()) {
            var next = on.values().stream()
                    .filter(module -> module.descriptor().needs().keySet().stream()
                            .allMatch(need -> ordered.containsKey(need) || !on.containsKey(need)))
                    .findFirst()
                    .orElseThrow(() ->
                            new StartRefused("The modules %s need each other in a circle.".formatted(on.keySet())));
            ordered.put(next.descriptor().id(), next);
            on.remove(next.descriptor().id());
        }
        return List.copyOf(ordered.values());
    }
}
