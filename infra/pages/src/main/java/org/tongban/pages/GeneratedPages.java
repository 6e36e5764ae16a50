package org.tongban.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongban.checks.SourceTree;
import org.tongban.core.module.InstalledModules;
import org.tongban.core.module.Language;

/** Every page that follows from the code: nothing of the machine, the time or the order of files is in them. */
public final class GeneratedPages {
    private static final String RULE_LIST = "docs/rules.txt";

    private final SourceTree tree;
    private final InstalledModules installed;

    public GeneratedPages(SourceTree tree, InstalledModules installed) {
        this.tree = tree;
        this.installed = installed;
    }

    /** The pages by their paths from the root. */
    public Map<String, String> all() {
        var modules = installed.enabled();
        var table = new ModulesPage(modules);
        var pages = new LinkedHashMap<String, String>();
        pages.put("docs/rules.md", new RulesPage(RuleTitles.read(read(RULE_LIST)), tree.texts()).text());
        pages.put("docs/permissions.md", new PermissionsPage(modules).text());
        pages.put("docs/errors.md", new ErrorsPage(modules).text());
        pages.put("docs/configuration.md", new ConfigurationPage(modules).text());
        pages.put("docs/states.md", new StatesPage(modules).text());
        pages.put("docs/modules.md", table.text());
        pages.put("README.md", table.inReadme(read("README.md"), Language.EN));
        pages.put("README.zh-CN.md", table.inReadme(read("README.zh-CN.md"), Language.ZH));
        return pages;
    }

    private String read(String path) {
        return tree.read(path)
                .orElseThrow(() -> new IllegalStateException(path + " is missing"))
                .text();
    }
}
