package org.tongban.core.module;

/** The modules on the class path of the tests, found as a start finds them. */
public final class OnClassPath {
    private OnClassPath() {}

    /** All of them, none switched off. */
    public static InstalledModules modules() {
        return InstalledModules.find(OnClassPath.class.getClassLoader(), id -> true);
    }
}
