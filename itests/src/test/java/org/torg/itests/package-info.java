/** The built distribution, from outside. */
package org.torg.itests;
