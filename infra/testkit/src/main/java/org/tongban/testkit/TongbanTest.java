package org.tongban.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class against the platform with every module on the class path, started once for all classes of a run: a
 * real PostgreSQL, a real object store, over HTTP (CO-7). Test methods and constructors may take a {@link Tongban}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(TongbanExtension.class)
public @interface TongbanTest {}
