/** The commands in Karaf's console. */
@NullMarked
package org.torg.shell.command;

import org.jspecify.annotations.NullMarked;
