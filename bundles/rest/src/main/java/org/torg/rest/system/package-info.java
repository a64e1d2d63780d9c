/** Is the server alive, and is it ready? Plain servlets, which answer when nothing else does. */
@NullMarked
package org.torg.rest.system;

import org.jspecify.annotations.NullMarked;
