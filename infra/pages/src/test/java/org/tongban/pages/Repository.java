package org.tongban.pages;

import java.nio.file.Path;
import org.tongban.checks.SourceTree;
import org.tongban.core.module.InstalledModules;
import org.tongban.core.module.OnClassPath;

/** What the pages are made from: the checkout, and the modules on the class path of these tests. */
final class Repository {
    static final SourceTree TREE = SourceTree.around(Path.of(""));
    static final InstalledModules MODULES = OnClassPath.modules();

    private Repository() {}
}
