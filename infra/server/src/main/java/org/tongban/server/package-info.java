/** The launcher: it checks an installation's jars and says how to start the JVM, before there is a class path. */
@NullMarked
package org.tongban.server;

import org.jspecify.annotations.NullMarked;
