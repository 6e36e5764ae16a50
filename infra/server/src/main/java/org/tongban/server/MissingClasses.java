package org.tongban.server;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds what a module's own classes call and nobody brought, before such a class takes every bean with it. */
final class MissingClasses {
    private final Set<String> present;
    private final Map<String, Boolean> inJdk = new HashMap<>();

    private MissingClasses(Set<String> present) {
        this.present = present;
    }

    /**
     * Looks through the jar of each module; a library may name classes that it does without.
     *
     * @param present the path of each class on the class path
     * @throws LaunchRefused naming the first class that is not there
     */
    static void refuse(Collection<ModuleFolder> modules, Set<String> present) throws LaunchRefused {
        var missing = new MissingClasses(present);
        for (var module : modules) {
            missing.look(module);
        }
    }

    private void look(ModuleFolder module) throws LaunchRefused {
        try (var zip = new ZipFile(module.own().toFile())) {
            var classes = zip.stream()
                    .filter(entry -> Jars.isOwnedClass(entry.getName()))
                    .toList();
            for (var entry : classes) {
                look(module, zip, entry);
            }
        } catch (IOException e) {
            throw new LaunchRefused(
                    "The jar %s cannot be read (%s): copy it anew.".formatted(module.own(), e.getMessage()), e);
        }
    }

    private void look(ModuleFolder module, ZipFile zip, ZipEntry entry) throws IOException, LaunchRefused {
        for (var constant :
                ClassFile.of().parse(zip.getInputStream(entry).readAllBytes()).constantPool()) {
            if (constant instanceof ClassEntry named) {
                var name = named.asInternalName();
                if (!name.startsWith("[") && !present.contains(name + ".class") && !isInJdk(name)) {
                    throw new LaunchRefused(
                            "The module “%s” needs the class %s, which is in no jar: put the library it is in into %s."
                                    .formatted(module.id(), name.replace('/', '.'), module.folder()));
                }
            }
        }
    }

    private boolean isInJdk(String name) {
        return inJdk.computeIfAbsent(name, path -> ClassLoader.getSystemResource(path + ".class") != null);
    }
}
