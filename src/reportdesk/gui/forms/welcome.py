# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'welcome.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel,
    QListWidget, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from reportdesk.gui.desk.begin.begin_button import BeginButton

class Ui_Welcome(object):
    def setupUi(self, Welcome):
        if not Welcome.objectName():
            Welcome.setObjectName(u"Welcome")
        self.outer = QHBoxLayout(Welcome)
        self.outer.setObjectName(u"outer")
        self.left = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.outer.addItem(self.left)

        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.above = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.above)

        self.heading = QLabel(Welcome)
        self.heading.setObjectName(u"heading")

        self.column.addWidget(self.heading)

        self.lead = QLabel(Welcome)
        self.lead.setObjectName(u"lead")

        self.column.addWidget(self.lead)

        self.gap = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap)

        self.roll = BeginButton(Welcome)
        self.roll.setObjectName(u"roll")

        self.column.addWidget(self.roll)

        self.new_report = BeginButton(Welcome)
        self.new_report.setObjectName(u"new_report")

        self.column.addWidget(self.new_report)

        self.open_file = BeginButton(Welcome)
        self.open_file.setObjectName(u"open_file")

        self.column.addWidget(self.open_file)

        self.collect = BeginButton(Welcome)
        self.collect.setObjectName(u"collect")

        self.column.addWidget(self.collect)

        self.gap2 = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap2)

        self.recent_heading = QLabel(Welcome)
        self.recent_heading.setObjectName(u"recent_heading")

        self.column.addWidget(self.recent_heading)

        self.recent_empty = QLabel(Welcome)
        self.recent_empty.setObjectName(u"recent_empty")

        self.column.addWidget(self.recent_empty)

        self.recent = QListWidget(Welcome)
        self.recent.setObjectName(u"recent")
        self.recent.setFrameShape(QFrame.Shape.NoFrame)
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)

        self.column.addWidget(self.recent)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.below)


        self.outer.addLayout(self.column)

        self.right = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.outer.addItem(self.right)

        self.outer.setStretch(0, 1)
        self.outer.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.recent_heading.setBuddy(self.recent)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Welcome)

        QMetaObject.connectSlotsByName(Welcome)
    # setupUi

    def retranslateUi(self, Welcome):
        self.heading.setText(QCoreApplication.translate("Welcome", u"\u653f\u5e9c\u4fe1\u606f\u516c\u5f00\u5de5\u4f5c\u5e74\u5ea6\u62a5\u544a", None))
        self.lead.setText(QCoreApplication.translate("Welcome", u"\u4ece\u54ea\u91cc\u5f00\u59cb\uff1f\u4e5f\u53ef\u4ee5\u628a\u6587\u4ef6\u76f4\u63a5\u62d6\u5230\u7a97\u53e3\u91cc\u3002", None))
        self.roll.setText(QCoreApplication.translate("Welcome", u"\u4ece\u53bb\u5e74\u7684\u6587\u4ef6\u5f00\u59cb", None))
        self.roll.setDescription(QCoreApplication.translate("Welcome", u"\u4e0a\u5e74\u7ed3\u8f6c\u548c\u6587\u5b57\u5e26\u8fc7\u6765\uff0c\u5176\u4f59\u7559\u7a7a\uff0c\u4e0a\u5e74\u6570\u968f\u65f6\u53ef\u4ee5\u5bf9\u7167", None))
        self.new_report.setText(QCoreApplication.translate("Welcome", u"\u65b0\u5efa\u7a7a\u767d\u5e74\u62a5", None))
        self.new_report.setDescription(QCoreApplication.translate("Welcome", u"\u586b\u597d\u673a\u5173\u548c\u5e74\u5ea6\uff0c\u4ece\u4e00\u4efd\u7a7a\u767d\u5e74\u62a5\u5f00\u59cb", None))
        self.open_file.setText(QCoreApplication.translate("Welcome", u"\u6253\u5f00", None))
        self.open_file.setDescription(QCoreApplication.translate("Welcome", u"\u63a5\u7740\u505a\u6ca1\u505a\u5b8c\u7684\u5e74\u62a5\uff0c\u6216\u8005\u8bfb\u5165 Word\u3001Excel\u3001\u7f51\u9875", None))
        self.collect.setText(QCoreApplication.translate("Welcome", u"\u6c47\u603b\u5404\u5355\u4f4d\u7684\u5e74\u62a5", None))
        self.collect.setDescription(QCoreApplication.translate("Welcome", u"\u6536\u6765\u7684\u6587\u4ef6\u653e\u8fdb\u4e00\u4e2a\u6587\u4ef6\u5939\uff0c\u770b\u8c01\u6ca1\u62a5\u3001\u54ea\u91cc\u4e0d\u5e73\uff0c\u76f8\u52a0\u6210\u4e00\u4efd", None))
        self.recent_heading.setText(QCoreApplication.translate("Welcome", u"\u6700\u8fd1\u4f7f\u7528", None))
        self.recent_empty.setText(QCoreApplication.translate("Welcome", u"\u6253\u5f00\u8fc7\u7684\u5e74\u62a5\u4f1a\u6309\u673a\u5173\u548c\u5e74\u5ea6\u5217\u5728\u8fd9\u91cc\uff0c\u70b9\u4e00\u4e0b\u5c31\u80fd\u63a5\u7740\u505a", None))
#if QT_CONFIG(accessibility)
        self.recent.setAccessibleName(QCoreApplication.translate("Welcome", u"\u6700\u8fd1\u4f7f\u7528\u7684\u5e74\u62a5", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

