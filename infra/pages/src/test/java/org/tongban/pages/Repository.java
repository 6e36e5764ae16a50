package org.tongban.pages;

import java.nio.file.Path;
import org.tongban.checks.SourceTree;
import org.tongban.core.module.InstalledModules;

/** What the pages are made from: the checkout, and the modules on the class path of these tests. */
final class Repository {
    static final SourceTree TREE = SourceTree.around(Path.of(""));
    static final InstalledModules MODULES = InstalledModules.find(Repository.class.getClassLoader(), id -> true);

    private Repository() {}
}
