/** A second process for the tests: opens the vault in a folder and says in one line how that ended. */
package app.ampersand.core

import java.io.File
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.TimeUnit

/** The folder is the argument; the secret is the fixtures' one. */
fun main(args: Array<String>) {
    val line = try {
        Vault.open(config(File(args[0])))
        "opened"
    } catch (e: AmpersandException.Storage) {
        "Storage ${e.code} ${e.retryable}"
    } catch (e: AmpersandException) {
        e.toString()
    }
    println(line)
}

/**
 * Runs [main] on [folder] as somebody who may read it and not write to it. For root permission bits mean nothing, so root's child goes on as nobody.
 * Somebody else may not be allowed into the builder's home, where the class path lies: so [workspace] gets a copy of it.
 */
fun openElsewhere(folder: File, workspace: File, asNobody: Boolean): String {
    val library = workspace.resolve("lib").apply { mkdirs() }
    File(System.getProperty("jna.library.path"), "libampersand_ffi.so").copyTo(library.resolve("libampersand_ffi.so"))
    val path = System.getProperty("java.class.path").split(File.pathSeparator).map(::File).filter { it.exists() }.mapIndexed { i, entry ->
        workspace.resolve("classpath-$i" + if (entry.isFile) ".jar" else "").also { entry.copyRecursively(it) }
    }
    val temporary = workspace.resolve("tmp").apply { mkdirs() }
    Files.setPosixFilePermissions(temporary.toPath(), PosixFilePermissions.fromString("rwxrwxrwx"))
    val user = if (asNobody) listOf("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--") else emptyList()
    val java = File(System.getProperty("java.home"), "bin/java").path
    val process = ProcessBuilder(
        user + listOf(
            java, "-Xmx128m", "-Djava.io.tmpdir=$temporary", "-Djna.tmpdir=$temporary", "-Djna.library.path=$library",
            "-cp", path.joinToString(File.pathSeparator), "app.ampersand.core.OpenerKt", folder.path,
        ),
    ).redirectErrorStream(true).directory(workspace).start()
    val said = process.inputStream.bufferedReader().readText().trim()
    check(process.waitFor(60, TimeUnit.SECONDS)) { "the second process does not end" }
    return said.lines().last()
}
